package org.dicompreview.ui.internal.attributes;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** Which slices are rows of a table of values, and in which order. Plain functions. */
final class ValueRows {

	/** Columns before those of the elements: the number of the slice, and its place. */
	static final int FIXED = 2;

	private ValueRows() {
	}

	/** {@return the text of a cell; empty where there is nothing} */
	static String text(SeriesValues values, int slice, int column) {
		return switch (column) {
			case 0 -> Integer.toString(slice + 1);
			case 1 -> place(values.slices().get(slice));
			default -> values.value(slice, column - FIXED).orElse(""); //$NON-NLS-1$
		};
	}

	private static String place(Slice slice) {
		SliceStack stack = slice.stack();
		return stack.positionLabel(slice.position());
	}

	/**
	 * {@return the slices of the rows, from the top down}
	 *
	 * @param search     words that must occur in a row, in any case
	 * @param sorted     the column by which they are sorted; -1 for the order of the stack
	 * @param descending whether the other way round; what has no value comes last all the same
	 */
	static int[] order(SeriesValues values, String search, int sorted, boolean descending) {
		List<String> words = List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+")); //$NON-NLS-1$
		int columns = FIXED + values.columns().size();
		IntStream slices = IntStream.range(0, values.slices().size());
		IntStream left = search.isBlank() ? slices : slices.filter(slice -> matches(values, slice, columns, words));
		if (sorted < 0 || sorted >= columns) {
			return left.toArray();
		}
		return left.boxed().sorted(comparator(values, sorted, descending)).mapToInt(Integer::intValue).toArray();
	}

	private static boolean matches(SeriesValues values, int slice, int columns, List<String> words) {
		String all = String.join("\n", IntStream.range(0, columns).mapToObj(column -> text(values, slice, column)).toList()) //$NON-NLS-1$
				.toLowerCase(Locale.ROOT);
		return words.stream().allMatch(all::contains);
	}

	private static Comparator<Integer> comparator(SeriesValues values, int column, boolean descending) {
		if (column < FIXED) {
			Comparator<Integer> inOrder = column == 0 ? Comparator.naturalOrder()
					: Comparator.comparing((Integer slice) -> values.slices().get(slice).position());
			return descending ? inOrder.reversed() : inOrder;
		}
		int element = column - FIXED;
		if (values.isNumeric(element)) {
			Comparator<Double> numbers = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
			return Comparator.comparing(slice -> boxed(values.number(slice, element)), Comparator.nullsLast(numbers));
		}
		Comparator<String> texts = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
		return Comparator.comparing(slice -> values.value(slice, element).orElse(null), Comparator.nullsLast(texts));
	}

	private static Double boxed(OptionalDouble number) {
		return number.isPresent() ? number.getAsDouble() : null;
	}
}
