package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real files beside the checkout, with what independent tools found out about them. */
final class Corpus {

	private Corpus() {
	}

	/** {@return its folder; the test is skipped where there is none} */
	static Path folder() {
		String property = System.getProperty("dicompreview.corpus"); //$NON-NLS-1$
		Path folder = property == null ? null : Path.of(property);
		assumeTrue(folder != null && Files.isDirectory(folder), "no corpus of real files is there"); //$NON-NLS-1$
		return folder;
	}

	/** {@return the rows of its manifest, by column} */
	static List<Map<String, String>> manifest() throws IOException {
		List<String> lines = Files.readAllLines(folder().resolve("manifest.tsv")); //$NON-NLS-1$
		String[] columns = lines.get(0).split("\t"); //$NON-NLS-1$
		List<Map<String, String>> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split("\t", -1); //$NON-NLS-1$
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < columns.length; i++) {
				row.put(columns[i], i < cells.length ? cells[i] : ""); //$NON-NLS-1$
			}
			rows.add(row);
		}
		return rows;
	}
}
