package org.dicompreview.ui.internal.attributes;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as text for the clipboard. */
final class RowTexts {

	/** As in the tables of PS3.3, a mark for each level. */
	private static final String LEVEL = ">"; //$NON-NLS-1$
	private static final String TAB = "\t"; //$NON-NLS-1$
	private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n\\f]+"); //$NON-NLS-1$
	/** Characters of a text that any clipboard and spreadsheet takes. */
	private static final int LIMIT = 1 << 25;

	private RowTexts() {
	}

	/** {@return the values alone, a line each} */
	static String values(List<Row> rows) {
		return rows.stream().map(row -> row.value().isEmpty() ? row.shown() : row.value())
				.collect(Collectors.joining(System.lineSeparator()));
	}

	/** {@return the columns of rows, separated by tabs, a line each} */
	static String rows(List<Row> rows) {
		return rows.stream().map(RowTexts::line).collect(Collectors.joining(System.lineSeparator()));
	}

	/**
	 * {@return all rows, those below others too, under the titles of the columns}
	 *
	 * @param cancelled ends it early
	 */
	static String all(Matches rows, BooleanSupplier cancelled) {
		StringBuilder text = new StringBuilder(String.join(TAB, titles()));
		append(text, rows, rows.roots(), cancelled);
		return text.toString();
	}

	static List<String> titles() {
		return List.of(Messages.Column_tag, Messages.Column_keyword, Messages.Column_name, Messages.Column_vr,
				Messages.Column_length, Messages.Column_value);
	}

	private static void append(StringBuilder text, Matches all, List<Row> rows, BooleanSupplier cancelled) {
		for (Row row : rows) {
			if (cancelled.getAsBoolean() || text.length() > LIMIT) {
				return;
			}
			text.append(System.lineSeparator()).append(line(row));
			if (row.hasChildren()) {
				append(text, all, all.children(row), cancelled);
			}
		}
	}

	private static String line(Row row) {
		String value = row.value().isEmpty() ? row.shown() : row.value();
		return Stream.of(LEVEL.repeat(row.depth()) + row.tag(), row.keyword(), row.name(), row.vr(), row.length(), value)
				.map(text -> BREAKS.matcher(text).replaceAll(" ")).collect(Collectors.joining(TAB)); //$NON-NLS-1$
	}
}
