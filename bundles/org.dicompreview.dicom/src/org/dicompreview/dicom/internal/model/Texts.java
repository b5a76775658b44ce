package org.dicompreview.dicom.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.text.CharacterSet;

/** Values as text. */
final class Texts {

	private Texts() {
	}

	/** {@return the values as text, without padding; empty for sequences and empty values} */
	static List<String> of(byte[] bytes, int start, int length, VR vr, CharacterSet characters) {
		return switch (vr) {
			case SQ -> List.of();
			case ST, LT, UT, UR, SH, LO, UC, PN -> text(bytes, start, length, vr, characters);
			case AE, AS, CS, DA, DS, DT, IS, TM, UI -> text(bytes, start, length, vr, CharacterSet.DEFAULT);
			case UN -> unknown(bytes, start, length, characters);
			default -> binary(bytes, start, length, vr);
		};
	}

	private static List<String> text(byte[] bytes, int start, int length, VR vr, CharacterSet characters) {
		int end = start + length;
		while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
			end--;
		}
		if (end == start) {
			return List.of();
		}
		String text = characters.decode(bytes, start, end - start, vr == VR.PN);
		switch (vr) {
			case ST, LT, UT, UR:
				return List.of(text);
			default:
				return split(text);
		}
	}

	private static List<String> split(String text) {
		int to = text.indexOf('\\');
		if (to < 0) {
			return List.of(trim(text));
		}
		List<String> values = new ArrayList<>();
		int from = 0;
		while (to >= 0) {
			values.add(trim(text.substring(from, to)));
			from = to + 1;
			to = text.indexOf('\\', from);
		}
		values.add(trim(text.substring(from)));
		return values;
	}

	private static String trim(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && text.charAt(start) == ' ') {
			start++;
		}
		while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
			end--;
		}
		return text.substring(start, end);
	}

	/** Text if it looks like that, else bytes. */
	private static List<String> unknown(byte[] bytes, int start, int length, CharacterSet characters) {
		int end = start + length;
		while (end > start && bytes[end - 1] == 0) {
			end--;
		}
		for (int i = start; i < end; i++) {
			if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\r' && bytes[i] != '\n' && bytes[i] != '\t'
					|| bytes[i] == 127) {
				return binary(bytes, start, length, VR.OB);
			}
		}
		return text(bytes, start, length, VR.LO, characters);
	}

	private static List<String> binary(byte[] bytes, int start, int length, VR vr) {
		int size = Bytes.size(vr);
		List<String> values = new ArrayList<>(length / size);
		for (int at = start; at + size <= start + length; at += size) {
			values.add(binary(bytes, at, vr));
		}
		return values;
	}

	private static String binary(byte[] bytes, int at, VR vr) {
		return switch (vr) {
			case US -> Integer.toString((bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8);
			case SS -> Integer.toString((bytes[at] & 0xFF) | bytes[at + 1] << 8);
			case OW -> String.format("%02X%02X", bytes[at + 1], bytes[at]); //$NON-NLS-1$
			case UL -> Integer.toUnsignedString(Block.i32(bytes, at));
			case OL -> String.format("%08X", Block.i32(bytes, at)); //$NON-NLS-1$
			case SL -> Integer.toString(Block.i32(bytes, at));
			case AT -> Tag.format(Integer.rotateLeft(Block.i32(bytes, at), 16));
			case FL, OF -> Float.toString(Float.intBitsToFloat(Block.i32(bytes, at)));
			case FD, OD -> Double.toString(Double.longBitsToDouble(Block.i64(bytes, at)));
			case SV -> Long.toString(Block.i64(bytes, at));
			case UV, OV -> Long.toUnsignedString(Block.i64(bytes, at));
			default -> String.format("%02X", bytes[at]); //$NON-NLS-1$
		};
	}

	/** {@return a value that is known to be plain ASCII and single, such as a UID} */
	static String ascii(byte[] bytes, int start, int length) {
		int end = start + length;
		while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
			end--;
		}
		return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip();
	}
}
