package org.dicompreview.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.dicompreview.codec.internal.RankedDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * First and last frame of every file of the corpus against the values that independent decoders gave, as its README
 * tells.
 */
class CorpusDecodeTest {

	/** How much the mean of lossy images may be off: at 8 bits, and as a part of the range above. */
	private static final double MEAN = 0.5;
	private static final double MEAN_OF_RANGE = 0.0005;
	/** The recorded means of converted colours were cut to whole numbers pixel by pixel. */
	private static final double COLOUR_MEAN = 1;
	/** Recorded values are rounded to four places. */
	private static final double ROUNDING = 0.0001;

	private static final Set<Photometric> SUBSAMPLED = Set.of(Photometric.YBR_FULL_422, Photometric.YBR_PARTIAL_422,
			Photometric.YBR_PARTIAL_420);

	private final DicomReaders reader = DicomReaders.standalone();
	private final RankedDecoders decoders = Decoders.all();

	@TestFactory
	Stream<DynamicTest> everyFileDecodesAsExpected() throws IOException {
		String name = System.getProperty("dicompreview.corpus", "");
		assumeTrue(!name.isEmpty() && Files.isDirectory(Path.of(name)), "no corpus: set -Ddicompreview.corpus");
		Path corpus = Path.of(name);
		List<String> lines = Files.readAllLines(corpus.resolve("manifest.tsv"));
		String[] columns = lines.get(0).split("\t", -1);
		return lines.stream().skip(1).map(line -> row(columns, line.split("\t", -1)))
				.filter(row -> !row.get("compare").isEmpty())
				.map(row -> DynamicTest.dynamicTest(row.get("path"), () -> check(corpus, row)));
	}

	private static Map<String, String> row(String[] columns, String[] values) {
		Map<String, String> row = new HashMap<>();
		for (int i = 0; i < columns.length; i++) {
			row.put(columns[i], i < values.length ? values[i] : "");
		}
		return row;
	}

	private void check(Path corpus, Map<String, String> row) throws IOException, DecodeException {
		boolean determined = !row.get("compare").equals("info");
		try (PixelSource pixels = reader.openPixels(
				reader.readHeader(corpus.resolve(row.get("path")), ReadLimits.DEFAULT), ReadLimits.DEFAULT)) {
			EncodedFrame first = pixels.frame(0);
			if (decoders.decoderFor(first.transferSyntax()).isEmpty()) {
				DecodeException reason = assertThrows(DecodeException.class,
						() -> decoders.decode(first, DecodeOptions.DEFAULT));
				assertTrue(reason.getMessage().contains(first.transferSyntax().uid()), reason.getMessage());
			} else if (determined) {
				check(first, row, "frame0", true);
				check(pixels.frame(pixels.frameCount() - 1), row, "last", false);
			}
		} catch (IOException e) {
			if (determined) {
				throw e;
			}
		}
	}

	private void check(EncodedFrame encoded, Map<String, String> row, String prefix, boolean first)
			throws DecodeException {
		Frame frame = decoders.decode(encoded, DecodeOptions.DEFAULT);
		assertTrue(frame.problem().isEmpty(), () -> frame.problem().get().toString());
		checkKind(frame, row);
		if (row.get("compare").equals("exact")) {
			assertEquals(row.get(first ? "frame0_sha256" : "last_frame_sha256"), hash(frame));
			return;
		}
		double range = 1L << Math.min(16, frame.bitsStored());
		double tolerance = frame.bitsStored() <= 8 ? MEAN : MEAN_OF_RANGE * range;
		assertEquals(Double.parseDouble(row.get(prefix + "_mean")), mean(frame), tolerance + ROUNDING);
		if (first) {
			checkProbe(frame, row);
		}
	}

	/** Type of the values and, where the file states it, what they are. */
	private static void checkKind(Frame frame, Map<String, String> row) {
		String bits = row.get("out_bits");
		assertEquals(Integer.parseInt(bits.substring(1)), frame.samples().bytesPerValue() * 8);
		if (!bits.startsWith("f")) {
			assertEquals(bits.startsWith("s"), frame.signed());
		}
		Photometric expected = Photometric.of(row.get("out_photometric"));
		if (expected != Photometric.UNKNOWN) {
			assertEquals(expected, frame.photometric());
		}
	}

	private static String hash(Frame frame) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(TestFrames.raw(frame.samples())));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static double value(Frame frame, int index) {
		int value = TestFrames.at(frame.samples(), index);
		if (frame.signed()) {
			return value;
		}
		return frame.samples().bytesPerValue() == 1 ? value & 0xFF : value & 0xFFFF;
	}

	private static double mean(Frame frame) {
		double sum = 0;
		for (int i = 0; i < frame.samples().length(); i++) {
			sum += value(frame, i);
		}
		return sum / frame.samples().length();
	}

	/**
	 * Single values; those with subsampled chrominance depend on how it is brought to full size, so their mean counts.
	 */
	private static void checkProbe(Frame frame, Map<String, String> row) {
		boolean colour = frame.photometric() == Photometric.YBR_FULL;
		if (colour) {
			checkColour(frame, row.get("rgb_mean"));
		}
		if (SUBSAMPLED.contains(frame.stated())) {
			return;
		}
		String[] probes = row.get("frame0_probe").split(";");
		int tolerance = colour ? 3 : frame.bitsStored() <= 8 ? 1 : 2;
		for (int p = 0; p < probes.length; p++) {
			int at = ((2 * (p / 4) + 1) * frame.rows() / 8 * frame.columns() + (2 * (p % 4) + 1) * frame.columns() / 8)
					* frame.channels();
			double[] expected = Arrays.stream(probes[p].split("/")).mapToDouble(Double::parseDouble).toArray();
			double[] actual = new double[frame.channels()];
			for (int c = 0; c < actual.length; c++) {
				actual[c] = value(frame, at + c);
			}
			if (colour) {
				expected = rgb(expected);
				actual = rgb(actual);
			}
			for (int c = 0; c < actual.length; c++) {
				assertEquals(expected[c], actual[c], tolerance, "probe " + p);
			}
		}
	}

	private static void checkColour(Frame frame, String recorded) {
		double[] sum = new double[3];
		for (int i = 0; i < frame.samples().length(); i += 3) {
			double[] rgb = rgb(value(frame, i), value(frame, i + 1), value(frame, i + 2));
			for (int c = 0; c < 3; c++) {
				sum[c] += rgb[c];
			}
		}
		String[] expected = recorded.split(";");
		assertFalse(recorded.isEmpty());
		for (int c = 0; c < 3; c++) {
			assertEquals(Double.parseDouble(expected[c]), sum[c] / (frame.samples().length() / 3), COLOUR_MEAN);
		}
	}

	private static double[] rgb(double... ybr) {
		double blue = ybr[1] - 128;
		double red = ybr[2] - 128;
		double[] rgb = { ybr[0] + 1.402 * red, ybr[0] - 0.344136 * blue - 0.714136 * red, ybr[0] + 1.772 * blue };
		for (int c = 0; c < 3; c++) {
			rgb[c] = Math.max(0, Math.min(255, Math.rint(rgb[c])));
		}
		return rgb;
	}
}
