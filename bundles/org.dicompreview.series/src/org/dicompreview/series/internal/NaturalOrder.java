package org.dicompreview.series.internal;

import java.util.Comparator;

/** Compares texts as people sort file names: runs of digits by their number, 2 before 10. A total order. */
public final class NaturalOrder implements Comparator<String> {

	/** The only instance. */
	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private NaturalOrder() {
	}

	@Override
	public int compare(String left, String right) {
		int i = 0;
		int j = 0;
		while (i < left.length() && j < right.length()) {
			if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
				int leftEnd = endOfDigits(left, i);
				int rightEnd = endOfDigits(right, j);
				int order = compareDigits(left, i, leftEnd, right, j, rightEnd);
				if (order != 0) {
					return order;
				}
				i = leftEnd;
				j = rightEnd;
			} else {
				int order = Character.compare(fold(left.charAt(i++)), fold(right.charAt(j++)));
				if (order != 0) {
					return order;
				}
			}
		}
		int rest = Integer.compare(left.length() - i, right.length() - j);
		return rest != 0 ? rest : left.compareTo(right);
	}

	private static int compareDigits(String left, int from, int to, String right, int start, int end) {
		int i = skipZeros(left, from, to);
		int j = skipZeros(right, start, end);
		int order = Integer.compare(to - i, end - j);
		for (; order == 0 && i < to; i++, j++) {
			order = Character.compare(left.charAt(i), right.charAt(j));
		}
		return order;
	}

	private static int skipZeros(String text, int from, int to) {
		int i = from;
		while (i < to - 1 && text.charAt(i) == '0') {
			i++;
		}
		return i;
	}

	private static int endOfDigits(String text, int from) {
		int i = from;
		while (i < text.length() && isDigit(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static char fold(char c) {
		return Character.toLowerCase(Character.toUpperCase(c));
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}
}
