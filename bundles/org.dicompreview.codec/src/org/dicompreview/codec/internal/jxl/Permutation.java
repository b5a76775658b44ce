package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** Permutations as Lehmer codes (ISO/IEC 18181-1, F.3.2). */
final class Permutation {

	/** Contexts that their code has. */
	static final int CONTEXTS = 8;

	private Permutation() {
	}

	private static int context(int value) {
		return Math.min(CONTEXTS - 1, Numbers.bitsFor(value));
	}

	/**
	 * {@return for each place the number that comes there}
	 *
	 * @param size    how many numbers there are
	 * @param skipped how many of the first stay where they are
	 */
	static int[] read(EntropyReader reader, int size, int skipped) throws DecodeException {
		int[] codes = readCodes(reader, size, skipped);
		int[] tree = new int[Integer.highestOneBit(size) * 2 + 1];
		for (int i = 1; i < tree.length; i++) {
			tree[i] = Integer.lowestOneBit(i);
		}
		int[] result = new int[size];
		for (int i = 0; i < size; i++) {
			result[i] = take(tree, i < codes.length ? codes[i] : 0);
		}
		return result;
	}

	/** {@return how many numbers that are not used yet come before each, up to the last place where it is not none} */
	static int[] readCodes(EntropyReader reader, int size, int skipped) throws DecodeException {
		int count = reader.read(context(size));
		if (count < 0 || count > size - skipped) {
			throw new DecodeException(JxlText.PERMUTATION_INVALID);
		}
		int[] codes = new int[skipped + count];
		int code = 0;
		for (int i = skipped; i < codes.length; i++) {
			code = reader.read(context(code));
			if (code < 0 || code >= size - i) {
				throw new DecodeException(JxlText.PERMUTATION_INVALID);
			}
			codes[i] = code;
		}
		return codes;
	}

	/** {@return the number that has so many unused ones before it, which is used then} */
	private static int take(int[] tree, int rank) {
		int place = 0;
		int left = rank;
		for (int step = tree.length - 1; step > 0; step >>= 1) {
			if (place + step < tree.length && tree[place + step] <= left) {
				place += step;
				left -= tree[place];
			}
		}
		for (int i = place + 1; i < tree.length; i += Integer.lowestOneBit(i)) {
			tree[i]--;
		}
		return place;
	}
}
