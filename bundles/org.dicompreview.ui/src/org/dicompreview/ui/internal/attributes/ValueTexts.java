package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of slices as text. Plain functions. */
final class ValueTexts {

	private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n\\f]+"); //$NON-NLS-1$
	private static final String QUOTE = "\""; //$NON-NLS-1$

	private ValueTexts() {
	}

	/** {@return the titles of the columns} */
	static List<String> titles(SeriesValues values) {
		List<String> titles = new ArrayList<>(List.of(Messages.SeriesAttributesView_slice, Messages.SeriesAttributesView_place));
		values.columns().forEach(column -> titles.add(column.name()));
		return titles;
	}

	private static Stream<String> cells(SeriesValues values, int slice) {
		return IntStream.range(0, ValueRows.FIXED + values.columns().size())
				.mapToObj(column -> ValueRows.text(values, slice, column));
	}

	/** {@return rows with tabs between the cells, under their titles} @param slices of the rows */
	static String tabs(SeriesValues values, int[] slices) {
		Stream<Stream<String>> lines = Stream.concat(Stream.of(titles(values).stream()),
				Arrays.stream(slices).mapToObj(slice -> cells(values, slice)));
		return lines.map(cells -> cells.map(text -> BREAKS.matcher(text).replaceAll(" ")).collect(Collectors.joining("\t"))) //$NON-NLS-1$ //$NON-NLS-2$
				.collect(Collectors.joining(System.lineSeparator()));
	}

	/**
	 * {@return rows as RFC 4180 has them, under a header; each tells its instance and its frame, from 1}
	 *
	 * @param slices of the rows
	 */
	static String csv(SeriesValues values, int[] slices) {
		Stream<Stream<String>> lines = Stream.concat(
				Stream.of(Stream.concat(titles(values).stream(), Stream.of("SOPInstanceUID", "Frame"))), //$NON-NLS-1$ //$NON-NLS-2$
				Arrays.stream(slices).mapToObj(slice -> Stream.concat(cells(values, slice),
						Stream.of(values.slices().get(slice).instance().sopInstanceUid(),
								Integer.toString(values.slices().get(slice).frame() + 1)))));
		return lines.map(cells -> cells.map(ValueTexts::field).collect(Collectors.joining(","))) //$NON-NLS-1$
				.collect(Collectors.joining("\r\n", "", "\r\n")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String field(String text) {
		boolean plain = Stream.of(",", QUOTE, "\n", "\r").noneMatch(text::contains); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return plain ? text : QUOTE + text.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
	}
}
