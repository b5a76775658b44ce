package org.dicompreview.rendering.internal.frame;

import java.util.Optional;

import org.dicompreview.dicom.Tag;

/**
 * A look-up table as LUT Descriptor and LUT Data give it (PS3.3 C.11.1.1 and C.11.2.1.1). Immutable; equal only to
 * itself, so that it serves as a key.
 */
final class LookupTable {

	private final int first;
	private final int bits;
	private final char[] values;

	/**
	 * @param first  the input that is mapped to the first value
	 * @param bits   bits of the outputs, 1-16
	 * @param values the outputs, at least one; not copied
	 */
	LookupTable(int first, int bits, char[] values) {
		if (values.length == 0 || bits < 1 || bits > 16) {
			throw new IllegalArgumentException("table of " + values.length + " values of " + bits + " bits");
		}
		this.first = first;
		this.bits = bits;
		this.values = values;
	}

	/**
	 * {@return the table of an item of Modality LUT, VOI LUT or Presentation LUT Sequence; absent if it is unusable}
	 *
	 * @param item   the item
	 * @param signed whether the inputs can be negative: the first input is then a signed number
	 */
	static Optional<LookupTable> of(DataSetValues item, boolean signed) {
		double[] descriptor = item.attributes().numbers(Tag.LUT_DESCRIPTOR);
		if (descriptor.length < 3) {
			return Optional.empty();
		}
		int count = entries(descriptor[0]);
		int first = signed ? (short) (int) descriptor[1] : (int) descriptor[1] & 0xFFFF;
		char[] values = words(item.bytes(Tag.LUT_DATA), count);
		if (values.length == 0) {
			return Optional.empty();
		}
		int bits = Math.max(1, Math.min(16, (int) descriptor[2]));
		return Optional.of(new LookupTable(first, used(values, bits), values));
	}

	/** {@return the number of entries for the first value of a descriptor: 0 stands for 65536 (C.11.1.1)} */
	static int entries(double stated) {
		int count = (int) stated & 0xFFFF;
		return count == 0 ? 0x10000 : count;
	}

	/** {@return up to {@code count} little-endian words; bytes where there is just one for each entry} */
	static char[] words(byte[] bytes, int count) {
		boolean packed = bytes.length <= count + 1 && bytes.length >= count;
		char[] values = new char[Math.min(count, packed ? bytes.length : bytes.length / 2)];
		for (int i = 0; i < values.length; i++) {
			values[i] = (char) (packed ? bytes[i] & 0xFF : bytes[2 * i] & 0xFF | (bytes[2 * i + 1] & 0xFF) << 8);
		}
		return values;
	}

	/**
	 * Some writers state 8 or 12 bits and store more; others state the 16 that an entry takes, or some round number, and use
	 * a quarter of them or less: such a table would show next to nothing, so that the entries tell the range.
	 */
	private static int used(char[] values, int stated) {
		int most = most(values);
		int used = Integer.SIZE - Integer.numberOfLeadingZeros(most);
		boolean narrow = used > 0 && used <= stated - 2
				&& (stated == Character.SIZE || used >= Byte.SIZE && most == (1 << used) - 1);
		return narrow ? used : Math.max(stated, used);
	}

	/** {@return the largest of some entries} */
	static int most(char[] values) {
		int most = 0;
		for (char value : values) {
			most = Math.max(most, value);
		}
		return most;
	}

	/** {@return the output; inputs below the first get the first value, those above the last the last} */
	int get(double input) {
		double index = Math.floor(input) - first;
		return values[(int) Math.max(0, Math.min(values.length - 1.0, index))];
	}

	/** {@return the output for a part 0-1 of the way from the first to the last entry} */
	int getPart(double part) {
		return values[(int) Math.max(0, Math.min(values.length - 1.0, Math.rint(part * (values.length - 1))))];
	}

	/** {@return the input that is mapped to the first value} */
	int first() {
		return first;
	}

	/** {@return the input that is mapped to the last value} */
	int last() {
		return first + values.length - 1;
	}

	/** {@return the largest output that the bits in use allow} */
	int maximum() {
		return (1 << bits) - 1;
	}
}
