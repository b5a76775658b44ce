package org.dicompreview.dcm4che.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dcm4che.internal.decode.Dcm4cheNativeDecoder;
import org.dicompreview.dcm4che.internal.decode.Dcm4cheRleDecoder;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.EncodedFrames;
import org.dicompreview.testsupport.FrameDecoderContract;
import org.junit.jupiter.api.Test;

/** The decoders of both toolkits on the same frames: the same stored values. */
class FrameAgreementTest {

	/** More frames of the corpus than this are of a kind that dcm4che decodes. */
	private static final int MANY = 700;

	private final DicomReaders reader = DicomReader.join(List.of(new Dcm4cheReader(), DicomReader.builtIn()));
	private final FrameDecoders builtIn = FrameDecoders.standalone();
	private final List<FrameDecoder> dcm4che = List.of(new Dcm4cheNativeDecoder(), new Dcm4cheRleDecoder());

	@Test
	void corpus() throws IOException {
		Path corpus = Corpus.folder();
		int compared = 0;
		for (String name : Corpus.files()) {
			try (PixelSource pixels = reader.openPixels(reader.readHeader(corpus.resolve(name), ReadLimits.DEFAULT),
					ReadLimits.DEFAULT)) {
				compared += compare(name, pixels.frame(0));
				compared += compare(name, pixels.frame(pixels.frameCount() - 1));
			} catch (DicomException e) { // what cannot be opened is compared elsewhere
				continue;
			}
		}
		assertTrue(compared > MANY, compared + " frames compared"); //$NON-NLS-1$
	}

	private int compare(String name, EncodedFrame frame) {
		int compared = 0;
		for (FrameDecoder decoder : dcm4che) {
			if (decoder.transferSyntaxes().contains(frame.transferSyntax().uid()) && decoder.accepts(frame)) {
				Optional<Frame> expected = decode(builtIn::decode, frame);
				Optional<Frame> actual = decode(decoder::decode, frame);
				assertEquals(expected.isPresent(), actual.isPresent(), name);
				compared += expected.isPresent() ? compare(name, expected.get(), actual.get()) : 0;
			}
		}
		return compared;
	}

	/** A decoder, or all of them. */
	private interface Decoding {
		Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException;
	}

	private static Optional<Frame> decode(Decoding decoder, EncodedFrame frame) {
		try {
			return Optional.of(decoder.decode(frame, DecodeOptions.DEFAULT));
		} catch (DecodeException e) { // whether both say so is what is compared
			return Optional.empty();
		}
	}

	private static int compare(String name, Frame expected, Frame actual) {
		assertEquals(expected.problem().isPresent(), actual.problem().isPresent(), name);
		assertEquals(List.of(expected.columns(), expected.rows(), expected.channels(), expected.bitsStored(),
				expected.signed(), expected.photometric(), expected.stated(), expected.samples().bytesPerValue()),
				List.of(actual.columns(), actual.rows(), actual.channels(), actual.bitsStored(), actual.signed(),
						actual.photometric(), actual.stated(), actual.samples().bytesPerValue()),
				name);
		assertArrayEquals(FrameDecoderContract.values(expected), FrameDecoderContract.values(actual), name);
		return 1;
	}

	private FrameDecoders together() {
		List<FrameDecoder> all = new ArrayList<>(dcm4che);
		ServiceLoader.load(FrameDecoder.class, FrameDecoder.class.getClassLoader()).forEach(all::add);
		return FrameDecoder.join(all);
	}

	private static PixelFormat grey(int allocated) {
		return new PixelFormat(4, 8, 1, allocated, allocated, allocated - 1, false, 0, Photometric.MONOCHROME2,
				PixelFormat.SampleKind.INTEGER);
	}

	/** What dcm4che has no rasters for goes to the built-in decoders, without a note: nothing has failed. */
	@Test
	void formatsThatDcm4cheHasNot() throws DecodeException {
		EncodedFrame frame = new EncodedFrame(
				EncodedFrames.uncompressed(grey(16), EncodedFrames.values(grey(16))).transferSyntax(), grey(32),
				new byte[128], 0, 128, 0);
		Frame decoded = together().decode(frame, DecodeOptions.DEFAULT);
		assertEquals(Optional.empty(), decoded.note());
		assertEquals(4, decoded.samples().bytesPerValue());
	}

	/** A frame that dcm4che fails on is decoded by the built-in decoder, and says so. */
	@Test
	void fallback() throws DecodeException {
		EncodedFrame whole = EncodedFrames.rle(grey(16), EncodedFrames.values(grey(16)));
		byte[] bytes = whole.bytes().clone();
		bytes[0] = 3; // a segment more than there are
		EncodedFrame odd = new EncodedFrame(whole.transferSyntax(), whole.format(), bytes, 0, bytes.length, 0);
		assertThrows(DecodeException.class, () -> dcm4che.get(1).decode(odd, DecodeOptions.DEFAULT));
		Frame decoded = together().decode(odd, DecodeOptions.DEFAULT);
		assertArrayEquals(EncodedFrames.values(grey(16)), FrameDecoderContract.values(decoded));
		assertTrue(decoded.note().orElseThrow().toString().startsWith("Decoded by built-in, as dcm4che failed: "), //$NON-NLS-1$
				decoded.note().get());
	}

	@Test
	void choice() {
		FrameDecoders all = together();
		assertEquals("dcm4che", all.provider(EncodedFrames.RLE).orElseThrow()); //$NON-NLS-1$
		all.prefer(Map.of(EncodedFrames.RLE, FrameDecoder.BUILT_IN));
		assertEquals(FrameDecoder.BUILT_IN, all.provider(EncodedFrames.RLE).orElseThrow());
		all.prefer(Map.of());
		assertEquals("dcm4che", all.provider(EncodedFrames.RLE).orElseThrow()); //$NON-NLS-1$
	}
}
