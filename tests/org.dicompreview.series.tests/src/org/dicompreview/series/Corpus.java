package org.dicompreview.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Real files with expected results that are not part of this project; where they are missing, tests are skipped. */
final class Corpus {

	private Corpus() {
	}

	/** {@return the folder of the corpus} */
	static Path folder() {
		String name = System.getProperty("dicompreview.corpus", "");
		assumeTrue(!name.isEmpty() && Files.isDirectory(Path.of(name)), "no corpus: set -Ddicompreview.corpus");
		return Path.of(name);
	}

	/** {@return the rows of a table with a header line, by column} */
	static List<Map<String, String>> table(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file);
		String[] names = lines.get(0).split("\t", -1);
		List<Map<String, String>> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] values = line.split("\t", -1);
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < names.length; i++) {
				row.put(names[i], i < values.length ? values[i] : "");
			}
			rows.add(row);
		}
		return rows;
	}
}
