package org.dicompreview.opencv.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

import org.dcm4che3.data.UID;
import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.opencv.internal.Fixtures.Fixture;
import org.dicompreview.testsupport.FrameDecoderContract;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

class OpenCvDecodersTest {

	private static final Set<String> LOSSLESS = Set.of(UID.JPEGLossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless,
			UID.JPEG2000Lossless, UID.HTJ2KLossless, UID.HTJ2KLosslessRPCL);
	/** More than so many frames are decoded and compared. */
	private static final int MANY_FIXTURES = 100;
	private static final int MANY_FILES = 30;
	/** Where coding is lossy, decoders round in different places. */
	private static final int LOSSY = 2;

	/** All of them are services and decode something where the native library is, nothing where it is not. */
	@Test
	void services() throws InvalidSyntaxException {
		BundleContext context = FrameworkUtil.getBundle(OpenCvDecoder.class).getBundleContext();
		Set<String> offered = new TreeSet<>();
		for (ServiceReference<FrameDecoder> each : context.getServiceReferences(FrameDecoder.class, "(service.ranking=100)")) { //$NON-NLS-1$
			FrameDecoder decoder = context.getService(each);
			if (decoder instanceof OpenCvDecoder) {
				assertEquals("dcm4che", decoder.provider()); //$NON-NLS-1$
				assertEquals(NativeLibrary.MISSING.isPresent(), decoder.transferSyntaxes().isEmpty(), decoder.name());
				offered.add(decoder.name());
			}
		}
		assertEquals(Set.of("JPEG (OpenCV)", "JPEG-LS (OpenCV)", "JPEG 2000 (OpenCV)", "JPEG XL (OpenCV)"), offered); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	/** What is decoded is right; what OpenCV was built without is refused. */
	@Test
	void fixtures() throws IOException {
		assumeTrue(NativeLibrary.MISSING.isEmpty(), () -> NativeLibrary.MISSING.get());
		int compared = 0;
		for (Family family : List.of(Family.JPEG, Family.JPEG_LS, Family.JPEG_2000)) {
			FrameDecoder decoder = new OpenCvDecoder(family);
			for (Fixture fixture : fixturesOf(family)) {
				Optional<Frame> frame = decoder.accepts(fixture.frame()) ? attempt(decoder, fixture.frame()) : Optional.empty();
				if (frame.isPresent() && fixture.frame().format().photometric() == frame.get().photometric()) {
					compare(fixture.name(), fixture.expected(), frame.get(), fixture.tolerance());
					compared++;
				}
			}
		}
		assertTrue(compared > MANY_FIXTURES, compared + " fixtures compared"); //$NON-NLS-1$
	}

	/** Real images: the values of the built-in decoders; of JPEG XL those of the corpus where lossless. */
	@Test
	void corpus() throws IOException {
		assumeTrue(NativeLibrary.MISSING.isEmpty(), () -> NativeLibrary.MISSING.get());
		Path corpus = Path.of(System.getProperty("dicompreview.corpus", "")); //$NON-NLS-1$ //$NON-NLS-2$
		assumeTrue(Files.exists(corpus.resolve("manifest.tsv")), "no corpus of real files is there"); //$NON-NLS-1$ //$NON-NLS-2$
		int compared = 0;
		for (String line : Files.readAllLines(corpus.resolve("manifest.tsv")).stream().skip(1).toList()) { //$NON-NLS-1$
			String[] row = line.split("\t", -1); //$NON-NLS-1$
			Optional<EncodedFrame> frame = firstFrame(corpus.resolve(row[0]));
			if (frame.isPresent() && Family.JPEG_XL.syntaxes().contains(row[4])) {
				Frame decoded = attempt(new OpenCvDecoder(Family.JPEG_XL), frame.get()).orElseThrow();
				assertTrue(!row[20].equals("exact") || row[25].equals(sha256(decoded)), row[0]); //$NON-NLS-1$
				compared++;
			} else {
				compared += frame.isPresent() ? compare(row[0], frame.get()) : 0;
			}
		}
		assertTrue(compared > MANY_FILES, compared + " frames compared"); //$NON-NLS-1$
	}

	private static String sha256(Frame frame) {
		try {
			byte[] bytes = ((Samples.Bytes) frame.samples()).values();
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)); //$NON-NLS-1$
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	private static Optional<EncodedFrame> firstFrame(Path file) throws IOException {
		DicomReaders reader = DicomReaders.standalone();
		try (PixelSource pixels = reader.openPixels(reader.readHeader(file, ReadLimits.DEFAULT), ReadLimits.DEFAULT)) {
			return Optional.of(pixels.frame(0));
		} catch (DicomException e) { // what cannot be read is compared elsewhere
			return Optional.empty();
		}
	}

	private static int compare(String name, EncodedFrame frame) {
		String syntax = frame.transferSyntax().uid();
		Optional<FrameDecoder> decoder = Arrays.stream(Family.values()).filter(each -> each.syntaxes().contains(syntax))
				.<FrameDecoder>map(OpenCvDecoder::new).filter(each -> each.accepts(frame)).findFirst();
		Optional<Frame> actual = decoder.flatMap(each -> attempt(each, frame));
		if (actual.isEmpty()) {
			return 0;
		}
		Frame expected = attempt(builtIn(syntax), frame).orElseThrow();
		if (expected.photometric() != actual.get().photometric()) {
			return 0;
		}
		compare(name, FrameDecoderContract.values(expected), actual.get(), LOSSLESS.contains(syntax) ? 0 : 1);
		return 1;
	}

	private static List<Fixture> fixturesOf(Family family) throws IOException {
		List<Fixture> found = new ArrayList<>();
		for (String folder : List.of("jpeg", "jpegls", "jpeg2000", "htj2k")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			Fixtures.of(folder).stream().filter(each -> family.syntaxes().contains(each.frame().transferSyntax().uid()))
					.forEach(found::add);
		}
		return found;
	}

	private static FrameDecoder builtIn(String syntax) {
		return ServiceLoader.load(FrameDecoder.class, FrameDecoder.class.getClassLoader()).stream()
				.map(ServiceLoader.Provider::get).filter(each -> each.transferSyntaxes().contains(syntax)).findFirst()
				.orElseThrow();
	}

	private static Optional<Frame> attempt(FrameDecoder decoder, EncodedFrame frame) {
		try {
			return Optional.of(decoder.decode(frame, DecodeOptions.DEFAULT));
		} catch (DecodeException e) { // then another decoder gets it
			return Optional.empty();
		}
	}

	private static void compare(String name, int[] expected, Frame frame, int tolerance) {
		int[] actual = FrameDecoderContract.values(frame);
		assertEquals(expected.length, actual.length, name);
		for (int i = 0; i < actual.length; i++) {
			int difference = Math.abs(actual[i] - expected[i]);
			assertTrue(difference <= LOSSY * tolerance, name + " differs by " + difference); //$NON-NLS-1$
		}
	}
}
