package org.dicompreview.dicom.internal.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.io.Input;

/**
 * Finds where the elements of a file begin: behind preamble and prefix (PS3.10 section 7.1), behind the prefix alone,
 * or at once in files without either. Without the prefix a file counts as DICOM only if it begins with several elements
 * that the dictionary knows, in order, with the VR and the kind of value that it states.
 */
final class FileStart {

	private static final int PREFIX_AT = 128;
	private static final int ELEMENTS_TO_SEE = 4;
	/** What a file that is shorter than that many elements must at least hold. */
	private static final int FEWEST_BYTES = 24;
	private static final int LONGEST_EARLY_VALUE = 1 << 16;

	private FileStart() {
	}

	/** {@return the position of the first element, or -1 if this is no DICOM file} */
	static long find(Input in) throws IOException {
		if (in.has(PREFIX_AT + 4) && hasPrefix(in, PREFIX_AT)) {
			boolean meta = in.has(PREFIX_AT + 8) && in.u16(in.at() + PREFIX_AT + 4, false) == 2;
			return !meta && looksLikeElements(in, 0) ? 0 : PREFIX_AT + 4; // the prefix may stand within a value
		}
		if (in.has(4) && hasPrefix(in, 0)) {
			return 4;
		}
		if (looksLikeElements(in, 0)) {
			return 0;
		}
		if (in.has(PREFIX_AT + 16) && isEmpty(in, PREFIX_AT)) {
			for (int skip = PREFIX_AT; skip <= PREFIX_AT + 4; skip += 4) {
				if (looksLikeElements(in, skip)) {
					return skip; // a preamble without the prefix
				}
			}
		}
		return -1;
	}

	private static boolean hasPrefix(Input in, int offset) {
		return in.i32(in.at() + offset, true) == 0x4449434D;
	}

	private static boolean isEmpty(Input in, int length) {
		for (int i = 0; i < length; i++) {
			if (in.buffer()[in.at() + i] != 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean looksLikeElements(Input in, int skip) throws IOException {
		if (in.remaining() < skip + FEWEST_BYTES || !in.has(skip + FEWEST_BYTES)) {
			return false;
		}
		if (isEarlyGroup(in.u16(in.at() + skip, false))) {
			return seesElements(in, skip, false);
		}
		return isEarlyGroup(in.u16(in.at() + skip, true)) && seesElements(in, skip, true);
	}

	private static boolean isEarlyGroup(int group) {
		return group == 2 || group == 4 || group == 8 || group == 0x10 || group == 0x18 || group == 0x20;
	}

	private static boolean seesElements(Input in, int skip, boolean bigEndian) throws IOException {
		int offset = skip;
		int before = 0;
		for (int seen = 0; seen < ELEMENTS_TO_SEE; seen++) {
			if (offset == in.remaining()) {
				return seen > 0;
			}
			if (!in.has(offset + 12)) {
				return false;
			}
			int tag = in.tag(in.at() + offset, bigEndian);
			int length = Integer.compareUnsigned(tag, before) > 0 ? sensibleElement(in, offset, tag, bigEndian) : -1;
			if (length < 0 || offset + length > in.remaining()) {
				return false;
			}
			if (offset + length + 12 > Input.FIRST_READ) {
				return seen > 1; // a long value; what came before it has to do
			}
			before = tag;
			offset += length;
		}
		return true;
	}

	/** {@return the length of header and value together, -1 if this is no element that can be told from chance} */
	private static int sensibleElement(Input in, int offset, int tag, boolean bigEndian) {
		VR known = (tag & 0xFFFF) == 0 ? VR.UL : DataDictionary.vr(tag).orElse(null);
		if (known == null) {
			return -1;
		}
		int at = in.at() + offset;
		String stated = new String(in.buffer(), at + 4, 2, StandardCharsets.ISO_8859_1);
		int header = 8;
		long length = in.i32(at + 4, bigEndian) & 0xFFFFFFFFL;
		if (stated.equals(known.name()) || stated.equals(VR.UN.name())) {
			boolean longLength = stated.equals(VR.UN.name()) || known.hasLongLength();
			header = longLength ? 12 : 8;
			length = longLength ? in.i32(at + 8, bigEndian) & 0xFFFFFFFFL : in.u16(at + 6, bigEndian);
		} else if (!fits(known, length)) {
			return -1;
		}
		if (length > LONGEST_EARLY_VALUE || !isText(in, at + header, (int) Math.min(length, 64), known)) {
			return -1;
		}
		return header + (int) length;
	}

	/** {@return whether a value of this VR can have this length; an implicit element says no more about itself} */
	private static boolean fits(VR vr, long length) {
		return switch (vr) {
			case UL, SL, FL, AT -> length % 4 == 0 && length <= 64;
			case US, SS -> length % 2 == 0 && length <= 64;
			case DA -> length == 8 || length == 10 || length == 0;
			case TM, CS, SH, LO, UI, PN, AE, IS, DS, DT, AS -> length <= 1024 && length % 2 == 0;
			default -> length % 2 == 0;
		};
	}

	private static boolean isText(Input in, int at, int length, VR vr) {
		switch (vr) {
			case DA, TM, CS, UI, IS, DS, DT, AS, AE:
				break;
			default:
				return true;
		}
		byte[] bytes = in.buffer();
		for (int i = at; i < Math.min(at + length, bytes.length); i++) {
			boolean padding = bytes[i] == 0 && i >= at + length - 2;
			if (!padding && (bytes[i] < ' ' || bytes[i] > '~')) {
				return false;
			}
		}
		return true;
	}
}
