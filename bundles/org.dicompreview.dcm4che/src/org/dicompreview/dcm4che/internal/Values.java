package org.dicompreview.dcm4che.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;
import org.dicompreview.dicom.Tag;

/**
 * Values that dcm4che holds, as text and numbers. Asks dcm4che only for what changes nothing in its objects, whose
 * getters put decoded values in the place of the bytes and so are not for several threads.
 */
final class Values {

	private static final double[] NO_NUMBERS = {};
	private static final String NUMBER = "+-.0123456789eE"; //$NON-NLS-1$

	private Values() {
	}

	/**
	 * {@return the values as text, without padding; empty for sequences and empty values}
	 *
	 * @param owner the data set or item that holds the element
	 * @param tag   the tag of the element
	 */
	static List<String> strings(Attributes owner, int tag) {
		VR.Holder holder = new VR.Holder();
		Object value = owner.getValue(tag, holder);
		if (value == null || value instanceof Sequence) {
			return List.of();
		}
		VR vr = holder.vr;
		if (vr == VR.UN && value instanceof byte[] bytes && looksLikeText(bytes)) {
			vr = VR.LO;
		}
		if (!vr.isStringType()) {
			return value instanceof byte[] bytes ? binary(bytes, vr, order(owner)) : List.of();
		}
		boolean known = value instanceof byte[] || value instanceof String || value instanceof String[];
		return known ? text(vr.toStrings(value, owner.bigEndian(), owner.getSpecificCharacterSet(vr))) : List.of();
	}

	private static List<String> text(Object value) {
		if (value instanceof String[] several) {
			List<String> trimmed = Arrays.stream(several).map(Values::trim).toList();
			return trimmed.stream().allMatch(String::isEmpty) && trimmed.size() == 1 ? List.of() : trimmed;
		}
		String single = value instanceof String text ? text : ""; //$NON-NLS-1$
		return single.isBlank() || trim(single).isEmpty() ? List.of() : List.of(trimEnd(single));
	}

	private static String trim(String text) {
		String ended = text == null ? "" : trimEnd(text); //$NON-NLS-1$
		int start = 0;
		while (start < ended.length() && ended.charAt(start) == ' ') {
			start++;
		}
		return ended.substring(start);
	}

	private static String trimEnd(String text) {
		int end = text.length();
		while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
			end--;
		}
		return text.substring(0, end);
	}

	private static boolean looksLikeText(byte[] bytes) {
		int end = bytes.length;
		while (end > 0 && bytes[end - 1] == 0) {
			end--;
		}
		for (int i = 0; i < end; i++) {
			boolean control = bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\r' && bytes[i] != '\n'
					&& bytes[i] != '\t';
			if (control || bytes[i] == 127) {
				return false;
			}
		}
		return true;
	}

	private static ByteOrder order(Attributes owner) {
		return owner.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
	}

	private static List<String> binary(byte[] bytes, VR vr, ByteOrder order) {
		int size = size(vr);
		ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
		List<String> values = new ArrayList<>(bytes.length / size);
		for (int at = 0; at + size <= bytes.length; at += size) {
			values.add(binary(buffer, at, vr));
		}
		return values;
	}

	private static String binary(ByteBuffer bytes, int at, VR vr) {
		return switch (vr) {
			case US -> Integer.toString(bytes.getShort(at) & 0xFFFF);
			case SS -> Short.toString(bytes.getShort(at));
			case OW -> String.format("%04X", bytes.getShort(at)); //$NON-NLS-1$
			case UL -> Integer.toUnsignedString(bytes.getInt(at));
			case OL -> String.format("%08X", bytes.getInt(at)); //$NON-NLS-1$
			case SL -> Integer.toString(bytes.getInt(at));
			case AT -> Tag.format(tag(bytes, at));
			case FL, OF -> Float.toString(bytes.getFloat(at));
			case FD, OD -> Double.toString(bytes.getDouble(at));
			case SV -> Long.toString(bytes.getLong(at));
			case UV, OV -> Long.toUnsignedString(bytes.getLong(at));
			default -> String.format("%02X", bytes.get(at)); //$NON-NLS-1$
		};
	}

	private static int tag(ByteBuffer bytes, int at) {
		return bytes.getShort(at) << 16 | bytes.getShort(at + 2) & 0xFFFF;
	}

	private static int size(VR vr) {
		return switch (vr) {
			case US, SS, OW -> 2;
			case UL, SL, OL, AT, FL, OF -> 4;
			case FD, OD, SV, UV, OV -> 8;
			default -> 1;
		};
	}

	/** {@return all values as finite numbers; an empty array if any is none} */
	static double[] numbers(Attributes owner, int tag) {
		VR.Holder holder = new VR.Holder();
		Object value = owner.getValue(tag, holder);
		if (value == null || value instanceof Sequence) {
			return NO_NUMBERS;
		}
		double[] numbers;
		if (holder.vr.isStringType()) {
			numbers = strings(owner, tag).stream().mapToDouble(Values::parse).toArray();
		} else if (value instanceof byte[] bytes) {
			ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order(owner));
			numbers = new double[bytes.length / size(holder.vr)];
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = number(buffer, i * size(holder.vr), holder.vr);
			}
		} else {
			return NO_NUMBERS;
		}
		return Arrays.stream(numbers).allMatch(Double::isFinite) ? numbers : NO_NUMBERS;
	}

	private static double number(ByteBuffer bytes, int at, VR vr) {
		return switch (vr) {
			case US, OW -> bytes.getShort(at) & 0xFFFF;
			case SS -> bytes.getShort(at);
			case UL, OL -> bytes.getInt(at) & 0xFFFFFFFFL;
			case SL -> bytes.getInt(at);
			case AT -> tag(bytes, at) & 0xFFFFFFFFL;
			case FL, OF -> bytes.getFloat(at);
			case FD, OD -> bytes.getDouble(at);
			case SV -> bytes.getLong(at);
			case UV, OV -> unsigned(bytes.getLong(at));
			default -> bytes.get(at) & 0xFF;
		};
	}

	private static double unsigned(long value) {
		return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
	}

	/** Java would accept more than PS3.5 section 6.2 does: hexadecimal, suffixes, NaN. */
	private static double parse(String text) {
		if (text.isEmpty() || text.chars().anyMatch(c -> NUMBER.indexOf(c) < 0)) {
			return Double.NaN;
		}
		try {
			return Double.parseDouble(text);
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}
}
