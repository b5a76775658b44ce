package org.dicompreview.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Read access to the attributes of a data set, an item, an instance header or one frame of it, by tag. A tag is an
 * {@code int} with the group in its upper and the element in its lower half ({@link Tag}). Immutable, for any thread.
 * <p>
 * Files contradict the standard, so no method throws because of a value: what is absent, empty, of the wrong kind or
 * malformed is reported as absent.
 */
public interface Attributes {

	/** {@return whether the attribute is present, with or without a value} */
	boolean contains(int tag);

	/**
	 * {@return the values as text: trimmed of padding (PS3.5 6.2), decoded by Specific Character Set; empty if none}
	 */
	List<String> strings(int tag);

	/** {@return the first value as text; absent if there is none or it is empty} */
	default Optional<String> string(int tag) {
		List<String> all = strings(tag);
		return all.isEmpty() || all.get(0).isEmpty() ? Optional.empty() : Optional.of(all.get(0));
	}

	/** {@return all values as finite numbers, from binary or text; an empty array if any is missing or malformed} */
	double[] numbers(int tag);

	/** {@return the first value as a finite number} */
	default OptionalDouble number(int tag) {
		double[] all = numbers(tag);
		return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
	}

	/** {@return the first value as an integer; absent if it has a fraction or does not fit} */
	default OptionalInt integer(int tag) {
		OptionalDouble first = number(tag);
		if (first.isEmpty() || first.getAsDouble() != Math.rint(first.getAsDouble())
				|| Math.abs(first.getAsDouble()) > Integer.MAX_VALUE) {
			return OptionalInt.empty();
		}
		return OptionalInt.of((int) first.getAsDouble());
	}

	/**
	 * {@return the tag that a private element has here; absent if its creator has reserved no block (PS3.5 section
	 * 7.8)}
	 *
	 * @param group   the odd group
	 * @param creator the private creator, compared without regard to case and padding
	 * @param element the low byte of the element number
	 */
	default OptionalInt privateTag(int group, String creator, int element) {
		for (int block = 0x10; block <= 0xFF; block++) {
			if (creator.equalsIgnoreCase(string(group << 16 | block).orElse(null))) {
				return OptionalInt.of(group << 16 | block << 8 | element);
			}
		}
		return OptionalInt.empty();
	}

	/** {@return the items of a sequence, in file order; empty if the attribute is absent or no sequence} */
	List<Attributes> items(int tag);
}
