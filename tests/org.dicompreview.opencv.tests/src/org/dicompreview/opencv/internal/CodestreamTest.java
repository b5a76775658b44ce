package org.dicompreview.opencv.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.opencv.internal.Codestream.Process;
import org.dicompreview.opencv.internal.Fixtures.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before native code sees it. */
class CodestreamTest {

	private static Fixture fixture(String folder, String name) throws IOException {
		return Fixtures.of(folder).stream().filter(each -> each.name().equals(folder + '/' + name)).findFirst().orElseThrow();
	}

	private static EncodedFrame with(EncodedFrame frame, byte[] bytes, PixelFormat format) {
		return new EncodedFrame(frame.transferSyntax(), format, bytes, 0, bytes.length, 0);
	}

	private static PixelFormat sized(PixelFormat format, int rows, int columns) {
		return new PixelFormat(rows, columns, format.samplesPerPixel(), format.bitsAllocated(), format.bitsStored(),
				format.highBit(), format.signed(), format.planarConfiguration(), format.photometric(), format.sampleKind());
	}

	@ParameterizedTest
	@CsvSource({ "jpeg, baseline-grey, DCT, JPEG", "jpegls, grey-12, JPEG_LS, JPEG_LS", "jpeg2000, signed-16, JPEG_2000, JPEG_2000", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"htj2k, rgb, JPEG_2000, JPEG_2000" }) //$NON-NLS-1$
	void whatAgreesIsTaken(String folder, String name, Process process, Family family) throws IOException {
		EncodedFrame frame = fixture(folder, name).frame();
		PixelFormat format = frame.format();
		assertEquals(new Codestream(process, format.columns(), format.rows(), format.samplesPerPixel(), format.bitsStored(),
				format.signed(), format.photometric() == Photometric.YBR_RCT), Codestream.of(frame).orElseThrow());
		OpenCvDecoder decoder = new OpenCvDecoder(family);
		assertTrue(decoder.accepts(frame));
		assertFalse(decoder.accepts(with(frame, frame.bytes(), sized(format, format.rows() + 1, format.columns()))));
		for (int length = 0; length < frame.length() - 2; length++) {
			EncodedFrame cut = with(frame, Arrays.copyOf(frame.bytes(), length), format);
			assertFalse(decoder.accepts(cut), "the first " + length + " bytes"); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** What contradicts the data set, or is not known to come out as it should, is for decoders that look closer. */
	@ParameterizedTest
	@CsvSource({ "jpeg, jfif-stated-rgb, JPEG", "jpeg, extended-rgb, JPEG", "jpegls, rgb-08-spiff, JPEG_LS", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"jpeg2000, half-chrominance, JPEG_2000", "jpeg2000, signed-stream, JPEG_2000" }) //$NON-NLS-1$ //$NON-NLS-2$
	void whatContradictsIsLeftToOthers(String folder, String name, Family family) throws IOException {
		assertFalse(new OpenCvDecoder(family).accepts(fixture(folder, name).frame()));
	}

	/** What dcm4che makes of samples that are called YBR_RCT but were never transformed is not known. */
	@ParameterizedTest
	@CsvSource({ "jpeg2000, YBR_RCT", "jpeg2000, YBR_ICT", "htj2k, YBR_RCT" }) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	void whatIsNotTransformedIsLeftToOthers(String folder, Photometric stated) throws IOException {
		EncodedFrame frame = fixture(folder, "rgb-untransformed").frame(); //$NON-NLS-1$
		PixelFormat format = frame.format();
		assertFalse(new OpenCvDecoder(Family.JPEG_2000).accepts(with(frame, frame.bytes(), new PixelFormat(format.rows(),
				format.columns(), 3, format.bitsAllocated(), format.bitsStored(), format.highBit(), false, 0, stated,
				SampleKind.INTEGER))));
	}

	/** Heads that the encoder of the reference software (libjxl) wrote: bare and in containers, whole and in parts. */
	@ParameterizedTest
	@CsvSource({ "FF0A7F40, 256, 256", "FF0A03001E, 8, 16", "FF0AE80154E0, 43, 62", "FF0A503210, 100, 75", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"FF0A7A3E0401, 3000, 2000", "FF0A788CFE04, 640, 400", "FF0A385B10, 640, 360", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"0000000C4A584C200D0A870A00000014667479706A786C20000000006A786C20000000096A786C6C0A000000986A786C63" //$NON-NLS-1$
					+ "FF0AE80154E0, 43, 62", //$NON-NLS-1$
			"0000000C4A584C200D0A870A00000014667479706A786C20000000006A786C20000000156A786C7000000000" //$NON-NLS-1$
					+ "FF0AE80154E0, 43, 62" }) //$NON-NLS-1$
	void sizeOfJpegXl(String bytes, int columns, int rows) {
		assertEquals(Optional.of(new Codestream(Process.JPEG_XL, columns, rows, 0, 0, false, false)),
				Codestream.of(xl(bytes)));
		for (int length = 0; length < bytes.length() - 2; length += 2) {
			assertEquals(Optional.empty(), Codestream.of(xl(bytes.substring(0, length))));
		}
	}

	/** Boxes that lead nowhere. */
	@ParameterizedTest
	@ValueSource(strings = { "0000000C4A584C200D0A870A000000006A786C6C0A", "0000000C4A584C200D0A870A00000004", //$NON-NLS-1$ //$NON-NLS-2$
			"0000000C4A584C200D0A870A000000016674797000000000000000000000", //$NON-NLS-1$
			"0000000C4A584C200D0A870A0000000166747970FFFFFFFFFFFFFFFF0000", //$NON-NLS-1$
			"0000000C4A584C200D0A870AFFFFFFFF66747970", "0000000C4A584C200D0A870A0000000C6A786C63FFD8FF0A" }) //$NON-NLS-1$ //$NON-NLS-2$
	void containersWithoutCodestream(String bytes) {
		assertEquals(Optional.empty(), Codestream.of(xl(bytes)));
	}

	private static EncodedFrame xl(String hex) {
		byte[] bytes = HexFormat.of().parseHex(hex);
		return new EncodedFrame(TransferSyntax.of("1.2.840.10008.1.2.4.110"), new PixelFormat(1, 1, 1, 8, 8, 7, false, 0, //$NON-NLS-1$
				Photometric.MONOCHROME2, SampleKind.INTEGER), bytes, 0, bytes.length, 0);
	}
}
