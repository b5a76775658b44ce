package org.dicompreview.video.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Video;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.TransferSyntax;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Number of frames, and luminance of the first and the last one, of every video of the corpus. */
class CorpusVideoTest {

	private static final Pattern FRAMES = Pattern.compile("(\\d+) frames decoded");
	private static final double MEAN = 0.5;

	private final DicomReaders reader = DicomReaders.standalone();

	@TestFactory
	Stream<DynamicTest> everyVideoDecodesAsExpected() throws IOException {
		String name = System.getProperty("dicompreview.corpus", "");
		assumeTrue(!name.isEmpty() && Files.isDirectory(Path.of(name)), "no corpus: set -Ddicompreview.corpus");
		Path corpus = Path.of(name);
		List<String> lines = Files.readAllLines(corpus.resolve("manifest.tsv"));
		String[] columns = lines.get(0).split("\t", -1);
		List<Map<String, String>> videos = lines.stream().skip(1).map(line -> row(columns, line.split("\t", -1)))
				.filter(row -> TransferSyntax.of(row.get("transfer_syntax")).video() && !row.get("compare").isEmpty()).toList();
		assertTrue(!videos.isEmpty(), "no video in the manifest");
		return videos.stream().map(row -> DynamicTest.dynamicTest(row.get("path"), () -> check(corpus, row)));
	}

	private static Map<String, String> row(String[] columns, String[] values) {
		Map<String, String> row = new HashMap<>();
		for (int i = 0; i < columns.length; i++) {
			row.put(columns[i], i < values.length ? values[i] : "");
		}
		return row;
	}

	private void check(Path corpus, Map<String, String> row) throws IOException, DecodeException {
		InstanceHeader header = reader.readHeader(corpus.resolve(row.get("path")), ReadLimits.DEFAULT);
		try (Video video = Streams.decoder().open(reader.openStream(header, ReadLimits.DEFAULT), DecodeOptions.DEFAULT)) {
			Matcher frames = FRAMES.matcher(row.get("note"));
			assertTrue(frames.find(), row.get("note"));
			assertEquals(Integer.parseInt(frames.group(1)), video.frameCount());
			check(video.frame(video.frameCount() - 1), row, "last");
			Frame first = video.frame(0);
			check(first, row, "frame0");
			byte[] luminance = Streams.luminance(first);
			String[] probes = row.get("frame0_probe").split(";");
			for (int p = 0; p < probes.length; p++) {
				int at = (2 * (p / 4) + 1) * first.rows() / 8 * first.columns() + (2 * (p % 4) + 1) * first.columns() / 8;
				assertEquals(Integer.parseInt(probes[p]), luminance[at] & 0xFF, 1, "probe " + p);
			}
		}
	}

	private static void check(Frame frame, Map<String, String> row, String prefix) {
		long sum = 0;
		byte[] luminance = Streams.luminance(frame);
		for (byte value : luminance) {
			sum += value & 0xFF;
		}
		assertEquals(Double.parseDouble(row.get(prefix + "_mean")), (double) sum / luminance.length, MEAN, prefix);
	}
}
