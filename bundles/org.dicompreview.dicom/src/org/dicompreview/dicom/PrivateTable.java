package org.dicompreview.dicom;

import java.util.HashMap;
import java.util.Map;

/** Private elements of well-known creators (PS3.5 section 7.8). */
final class PrivateTable {

	/** The table that comes with this bundle. */
	static final PrivateTable STANDARD = new PrivateTable();

	private final Map<String, Map<Integer, Row>> byCreator = new HashMap<>();

	/** One row. @param tag group and the low byte of the element */
	record Row(int tag, VR vr, String vm, String name) {
	}

	private PrivateTable() {
		Map<Integer, Row> rows = null;
		for (String line : TableText.lines("private.txt").toList()) { //$NON-NLS-1$
			String[] cells = line.split("\t"); //$NON-NLS-1$
			if (cells.length == 1) {
				rows = byCreator.computeIfAbsent(line, creator -> new HashMap<>());
			} else {
				int tag = Integer.parseUnsignedInt(cells[0], 16);
				rows.put(tag, new Row(tag, VR.valueOf(cells[1]), cells[2], cells[3]));
			}
		}
	}

	/** {@return the row; {@code null} if creator or element are unknown} */
	Row row(int tag, String creator) {
		Map<Integer, Row> rows = creator == null ? null : byCreator.get(creator);
		return rows == null ? null : rows.get(tag & 0xFFFF00FF);
	}
}
