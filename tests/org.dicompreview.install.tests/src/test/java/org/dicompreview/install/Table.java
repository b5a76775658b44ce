package org.dicompreview.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tab-separated rows with a header line. */
final class Table {

	private Table() {
	}

	/** {@return the rows, each by the names of the header} */
	static List<Map<String, String>> parse(String text) {
		String[] lines = text.split("\r?\n");
		String[] names = lines[0].split("\t", -1);
		List<Map<String, String>> rows = new ArrayList<>();
		for (int i = 1; i < lines.length; i++) {
			String[] cells = lines[i].split("\t", -1);
			Map<String, String> row = new LinkedHashMap<>();
			for (int column = 0; column < names.length; column++) {
				row.put(names[column], cells[column]);
			}
			rows.add(row);
		}
		return rows;
	}

	static List<Map<String, String>> read(Path file) throws IOException {
		return parse(Files.readString(file));
	}
}
