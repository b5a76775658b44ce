package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.List;

/** All that is known of the row under the mouse. */
final class RowTooltip {

	private static final int LINE = 100;
	private static final int VALUE = 600;

	private RowTooltip() {
	}

	static String of(Row row) {
		List<String> lines = new ArrayList<>(row.details());
		String value = row.shown();
		if (value.length() > VALUE) {
			value = value.substring(0, VALUE) + '\u2026';
		}
		for (int from = 0; from < value.length(); from += LINE) {
			lines.add(value.substring(from, Math.min(value.length(), from + LINE)));
		}
		return String.join("\n", lines); //$NON-NLS-1$
	}
}
