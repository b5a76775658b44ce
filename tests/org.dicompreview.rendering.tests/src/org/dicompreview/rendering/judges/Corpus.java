package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The corpus of real files, if it is there. */
final class Corpus {

	/**
	 * One file.
	 *
	 * @param file  the file
	 * @param name  its path in the corpus
	 * @param lossy whether decoders may differ
	 */
	record Entry(Path file, String name, boolean lossy) {
	}

	private static final int OF_EACH_SERIES = 2;

	private Corpus() {
	}

	/** {@return the same, but no more than two of each series} */
	static List<Entry> fewOfEachSeries() throws IOException {
		Map<String, Integer> perSeries = new HashMap<>();
		return images().stream().filter(entry -> !entry.name().startsWith("series/")
				|| perSeries.merge(entry.name().split("/")[1], 1, Integer::sum) <= OF_EACH_SERIES).toList();
	}

	/**
	 * {@return all files with pixels that decoders agree on, broken ones too; the test is skipped without corpus}
	 */
	static List<Entry> images() throws IOException {
		String root = System.getProperty("dicompreview.corpus", "");
		assumeTrue(!root.isEmpty() && Files.isRegularFile(Path.of(root, "manifest.tsv")),
				"no corpus: the system property dicompreview.corpus does not lead to one");
		List<String> lines = Files.readAllLines(Path.of(root, "manifest.tsv"));
		List<String> columns = Arrays.asList(lines.get(0).split("\t"));
		List<Entry> entries = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split("\t", -1);
			String name = cells[columns.indexOf("path")];
			String compare = cells[columns.indexOf("compare")];
			if ("exact".equals(compare) || "lossy".equals(compare)) {
				entries.add(new Entry(Path.of(root, name), name, "lossy".equals(compare)));
			}
		}
		return entries;
	}
}
