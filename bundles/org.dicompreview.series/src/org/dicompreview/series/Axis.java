package org.dicompreview.series;

import java.util.List;

/**
 * A further axis of a stack beside position.
 *
 * @param name   what varies, a lower-case word without spaces for listings: {@code time}, {@code echo},
 *               {@code b-value}, {@code phase} …
 * @param label  the same for people, for example {@code Trigger Time}
 * @param values the value at each index, with unit where there is one, for example {@code 12.5 ms}; at least two
 */
public record Axis(String name, String label, List<String> values) {

	/** Copies the list. */
	public Axis {
		values = List.copyOf(values);
	}

	/** {@return the number of indices} */
	public int size() {
		return values.size();
	}
}
