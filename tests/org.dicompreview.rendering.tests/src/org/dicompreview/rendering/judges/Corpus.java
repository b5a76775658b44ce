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

	private static final int OF_EACH_SERIES = 2;

	/**
	 * One file.
	 *
	 * @param file    the file
	 * @param name    its path in the corpus
	 * @param compare what manifest.tsv says about its decoded values: exact, lossy …
	 */
	record Entry(Path file, String name, String compare) {
	}

	private Corpus() {
	}

	/** {@return the files with pixels that are whole: two of each long series; the test is skipped without corpus} */
	static List<Entry> images() throws IOException {
		String root = System.getProperty("dicompreview.corpus", "");
		assumeTrue(!root.isEmpty() && Files.isRegularFile(Path.of(root, "manifest.tsv")),
				"no corpus: the system property dicompreview.corpus does not lead to one");
		List<String> lines = Files.readAllLines(Path.of(root, "manifest.tsv"));
		List<String> columns = Arrays.asList(lines.get(0).split("\t"));
		Map<String, Integer> perSeries = new HashMap<>();
		List<Entry> entries = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split("\t", -1);
			String name = cells[columns.indexOf("path")];
			String compare = cells[columns.indexOf("compare")];
			boolean wanted = ("exact".equals(compare) || "lossy".equals(compare)) && !name.startsWith("malformed/");
			String folder = name.startsWith("series/") ? name.split("/")[1] : name;
			if (wanted && perSeries.merge(folder, 1, Integer::sum) <= OF_EACH_SERIES) {
				entries.add(new Entry(Path.of(root, name), name, compare));
			}
		}
		return entries;
	}
}
