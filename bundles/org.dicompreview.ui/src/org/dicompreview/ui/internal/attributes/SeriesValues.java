package org.dicompreview.ui.internal.attributes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.dicompreview.series.Slice;

/**
 * The values of some elements in the slices of a stack, as far as they are read. Immutable.
 *
 * @param slices  of the stack, in its order
 * @param columns the elements
 * @param values  by slice, then by column; {@code null} for a slice that is not read yet; a value is {@code null} where the slice
 *                has no such element
 * @param failed  number of slices that cannot be read
 */
record SeriesValues(List<Slice> slices, List<SeriesColumn> columns, String[][] values, int failed) {

	private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?"); //$NON-NLS-1$

	/** Nothing. */
	static final SeriesValues NONE = new SeriesValues(List.of(), List.of(), new String[0][], 0);

	/** How the values of a column are over the slices. */
	enum Variation {
		/** Nothing is read yet. */
		UNKNOWN,
		/** No slice has it. */
		ABSENT,
		/** All slices have the same. */
		CONSTANT,
		/** All slices have it, not all the same. */
		VARYING,
		/** Some slices lack it. */
		MISSING
	}

	/** {@return the number of slices that are read, or found unreadable} */
	int read() {
		return (int) java.util.Arrays.stream(values).filter(row -> row != null).count();
	}

	/** {@return the value; absent if the slice has none or is not read yet} */
	Optional<String> value(int slice, int column) {
		return values[slice] == null ? Optional.empty() : Optional.ofNullable(values[slice][column]);
	}

	/** {@return the value as a number, the first if it has several; empty if it is none} */
	OptionalDouble number(int slice, int column) {
		return value(slice, column).map(SeriesValues::number).orElse(OptionalDouble.empty());
	}

	/** {@return the first of the numbers of a value; empty if it is none} */
	static OptionalDouble number(String value) {
		return number(value, 0);
	}

	/** {@return one of the numbers of a value; empty if it has none there} @param at from 0 */
	static OptionalDouble number(String value, int at) {
		String[] parts = value.split("\\\\", -1); //$NON-NLS-1$
		String part = at < parts.length ? parts[at].strip() : ""; //$NON-NLS-1$
		return NUMBER.matcher(part).matches() ? OptionalDouble.of(Double.parseDouble(part)) : OptionalDouble.empty();
	}

	/** {@return how many numbers the values of a column have at most} */
	int multiplicity(int column) {
		return IntStream.range(0, values.length).mapToObj(slice -> value(slice, column)).flatMap(Optional::stream)
				.mapToInt(value -> value.split("\\\\", -1).length).max().orElse(0); //$NON-NLS-1$
	}

	/** {@return whether all values of a column are numbers, and there is one} */
	boolean isNumeric(int column) {
		boolean all = IntStream.range(0, values.length)
				.allMatch(slice -> value(slice, column).isEmpty() || number(slice, column).isPresent());
		return all && IntStream.range(0, values.length).anyMatch(slice -> value(slice, column).isPresent());
	}

	/** {@return how a column is over what is read} */
	Variation variation(int column) {
		List<Integer> read = IntStream.range(0, values.length).filter(slice -> values[slice] != null).boxed().toList();
		long have = read.stream().filter(slice -> values[slice][column] != null).count();
		if (read.isEmpty()) {
			return Variation.UNKNOWN;
		}
		if (have == 0) {
			return Variation.ABSENT;
		}
		if (have < read.size()) {
			return Variation.MISSING;
		}
		return distinct(column) == 1 ? Variation.CONSTANT : Variation.VARYING;
	}

	/** {@return the number of different values of a column} */
	long distinct(int column) {
		return IntStream.range(0, values.length).mapToObj(slice -> value(slice, column)).flatMap(Optional::stream).distinct()
				.count();
	}

	/** {@return the number of slices that are read and lack an element} */
	long lacking(int column) {
		return java.util.Arrays.stream(values).filter(row -> row != null && row[column] == null).count();
	}
}
