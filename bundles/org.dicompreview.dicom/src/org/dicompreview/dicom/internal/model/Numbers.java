package org.dicompreview.dicom.internal.model;

import java.nio.charset.StandardCharsets;

import org.dicompreview.dicom.VR;

/** Values as numbers. */
final class Numbers {

	private static final double[] NONE = {};
	private static final double[] POWERS = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
			1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
	private static final long EXACT = 1L << 53;

	private Numbers() {
	}

	/** {@return the values as finite numbers; an empty array if any is none} */
	static double[] of(byte[] bytes, int start, int length, VR vr) {
		return switch (vr) {
			case SQ -> NONE;
			case DS, IS, AE, AS, CS, DA, DT, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT -> fromText(bytes, start, length);
			default -> fromBinary(bytes, start, length, vr);
		};
	}

	private static double[] fromBinary(byte[] bytes, int start, int length, VR vr) {
		int size = Bytes.size(vr);
		double[] values = new double[length / size];
		for (int i = 0; i < values.length; i++) {
			double value = binary(bytes, start + i * size, vr);
			if (!Double.isFinite(value)) {
				return NONE;
			}
			values[i] = value;
		}
		return values;
	}

	private static double binary(byte[] bytes, int at, VR vr) {
		return switch (vr) {
			case US, OW -> (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
			case SS -> (bytes[at] & 0xFF) | bytes[at + 1] << 8;
			case UL, OL -> Block.i32(bytes, at) & 0xFFFFFFFFL;
			case AT -> Integer.rotateLeft(Block.i32(bytes, at), 16) & 0xFFFFFFFFL;
			case SL -> Block.i32(bytes, at);
			case FL, OF -> Float.intBitsToFloat(Block.i32(bytes, at));
			case FD, OD -> Double.longBitsToDouble(Block.i64(bytes, at));
			case SV -> Block.i64(bytes, at);
			case UV, OV -> unsigned(Block.i64(bytes, at));
			default -> bytes[at] & 0xFF;
		};
	}

	private static double unsigned(long value) {
		return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
	}

	private static double[] fromText(byte[] bytes, int start, int length) {
		int end = start + length;
		while (end > start && isPadding(bytes[end - 1])) {
			end--;
		}
		if (end == start) {
			return NONE;
		}
		int count = 1;
		for (int i = start; i < end; i++) {
			count += bytes[i] == '\\' ? 1 : 0;
		}
		double[] values = new double[count];
		int from = start;
		for (int n = 0; n < count; n++) {
			int to = from;
			while (to < end && bytes[to] != '\\') {
				to++;
			}
			values[n] = parse(bytes, from, to);
			if (!Double.isFinite(values[n])) {
				return NONE;
			}
			from = to + 1;
		}
		return values;
	}

	private static boolean isPadding(byte b) {
		return b == ' ' || b == 0;
	}

	/**
	 * Most values are short decimals: digits that a double holds exactly, divided by a power of ten that it holds too.
	 */
	private static double parse(byte[] bytes, int start, int stop) {
		int from = start;
		int to = stop;
		while (from < to && isPadding(bytes[from])) {
			from++;
		}
		while (to > from && isPadding(bytes[to - 1])) {
			to--;
		}
		int i = from;
		boolean negative = i < to && bytes[i] == '-';
		if (i < to && (negative || bytes[i] == '+')) {
			i++;
		}
		long digits = 0;
		int decimals = -1;
		for (; i < to; i++) {
			int digit = bytes[i] - '0';
			if (digit >= 0 && digit <= 9 && digits < EXACT / 10 - 1) {
				digits = digits * 10 + digit;
				decimals += decimals >= 0 ? 1 : 0;
			} else if (bytes[i] == '.' && decimals < 0) {
				decimals = 0;
			} else {
				return parseSlowly(bytes, from, to);
			}
		}
		if (i == from || decimals > 22 || !Character.isDigit(bytes[i - 1])) {
			return parseSlowly(bytes, from, to);
		}
		double value = decimals <= 0 ? digits : digits / POWERS[decimals];
		return negative ? -value : value;
	}

	private static double parseSlowly(byte[] bytes, int from, int to) {
		String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
		for (int i = 0; i < text.length(); i++) {
			if ("+-.0123456789eE".indexOf(text.charAt(i)) < 0) { //$NON-NLS-1$
				return Double.NaN; // Java would accept more than PS3.5 does: hexadecimal, suffixes, NaN
			}
		}
		try {
			return Double.parseDouble(text);
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}
}
