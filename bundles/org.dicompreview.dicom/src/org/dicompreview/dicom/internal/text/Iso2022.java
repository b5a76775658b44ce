package org.dicompreview.dicom.internal.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Single-byte sets and code extensions after ISO 2022 (PS3.5 section 6.1.2.5): a set for bytes below 80 (G0) and one
 * for those above (G1), each exchanged by escape sequences and brought back at line ends, between values, and between
 * the components and groups of a person name.
 */
final class Iso2022 extends CharacterSet {

	private static final int ESCAPE = 0x1B;

	private static final Part ASCII = new Part("US-ASCII", 1, true, new byte[0]); //$NON-NLS-1$
	private static final Part ROMAJI = new Part("JIS_X0201", 1, true, new byte[0]); //$NON-NLS-1$
	private static final Part KATAKANA = new Part("EUC-JP", 1, false, new byte[] { (byte) 0x8E }); //$NON-NLS-1$
	private static final Part KANJI = new Part("EUC-JP", 2, true, new byte[0]); //$NON-NLS-1$
	private static final Part MORE_KANJI = new Part("EUC-JP", 2, true, new byte[] { (byte) 0x8F }); //$NON-NLS-1$
	private static final Part KOREAN = new Part("EUC-KR", 2, false, new byte[0]); //$NON-NLS-1$
	private static final Part CHINESE = new Part("GB2312", 2, false, new byte[0]); //$NON-NLS-1$

	/** Registration numbers of the sets and their Java names, all for G1. */
	private static final Map<String, Part> UPPER = Map.ofEntries(upper("100", "ISO-8859-1"), upper("101", "ISO-8859-2"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			upper("109", "ISO-8859-3"), upper("110", "ISO-8859-4"), upper("144", "ISO-8859-5"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			upper("127", "ISO-8859-6"), upper("126", "ISO-8859-7"), upper("138", "ISO-8859-8"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			upper("148", "ISO-8859-9"), upper("203", "ISO-8859-15"), upper("166", "TIS-620"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			Map.entry("13", KATAKANA), Map.entry("149", KOREAN), Map.entry("58", CHINESE)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/** Those that have characters below 80 only. */
	private static final Set<String> LOWER_ONLY = Set.of("6", "87", "159"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/** Escape sequences without the escape itself, PS3.3 tables C.12-3 and C.12-4. */
	private static final Map<String, Part> TO_LOWER = Map.of("(B", ASCII, "(J", ROMAJI, "$B", KANJI, "$(D", MORE_KANJI, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"$@", KANJI); //$NON-NLS-1$
	private static final Map<String, Part> TO_UPPER = Map.ofEntries(Map.entry("-A", UPPER.get("100")), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("-B", UPPER.get("101")), Map.entry("-C", UPPER.get("109")), Map.entry("-D", UPPER.get("110")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			Map.entry("-L", UPPER.get("144")), Map.entry("-G", UPPER.get("127")), Map.entry("-F", UPPER.get("126")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			Map.entry("-H", UPPER.get("138")), Map.entry("-M", UPPER.get("148")), Map.entry("-b", UPPER.get("203")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			Map.entry("-T", UPPER.get("166")), Map.entry(")I", KATAKANA), Map.entry("$)C", KOREAN), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			Map.entry("$)A", CHINESE)); //$NON-NLS-1$

	/**
	 * One set: the Java encoding that holds it, bytes a character, whether its bytes lie below 80, and what must stand
	 * before the bytes for the Java encoding.
	 */
	private record Part(String charset, int width, boolean lower, byte[] prefix) {

		String decode(byte[] bytes, int at) {
			if (this == ASCII) {
				return String.valueOf((char) bytes[at]);
			}
			if (this == ROMAJI && bytes[at] == '\\') {
				return "\\"; //$NON-NLS-1$ the yen sign of this set is the delimiter of values
			}
			byte[] code = Arrays.copyOf(prefix, prefix.length + width);
			for (int i = 0; i < width; i++) {
				code[prefix.length + i] = (byte) (width > 1 && lower ? bytes[at + i] | 0x80 : bytes[at + i]);
			}
			return Charset.isSupported(charset) ? new String(code, Charset.forName(charset)) : String.valueOf(UNKNOWN);
		}
	}

	private final Part lower;
	private final Part upper;

	private Iso2022(Part lower, Part upper) {
		this.lower = lower;
		this.upper = upper;
	}

	private static Map.Entry<String, Part> upper(String number, String charset) {
		return Map.entry(number, new Part(charset, 1, false, new byte[0]));
	}

	/** {@return the decoder for registration numbers; the first names the initial sets} */
	static CharacterSet forNumbers(List<String> numbers) {
		Part upper = UPPER.get(numbers.get(0));
		if (upper == null || numbers.get(0).isEmpty()) {
			// writers that leave out escape sequences mean the one set that there is
			upper = numbers.stream().map(UPPER::get).filter(part -> part != null).findFirst().orElse(null);
		}
		boolean known = upper != null || numbers.stream().anyMatch(LOWER_ONLY::contains);
		return known ? new Iso2022("13".equals(numbers.get(0)) ? ROMAJI : ASCII, upper) : DEFAULT; //$NON-NLS-1$
	}

	/** {@return whether there is a set with this number} */
	static boolean hasNumber(String number) {
		return UPPER.containsKey(number) || LOWER_ONLY.contains(number);
	}

	@Override
	String decodeAscii(byte[] bytes, int start, int length) {
		return lower == ASCII ? super.decodeAscii(bytes, start, length) : decodeOther(bytes, start, length, false);
	}

	@Override
	String decodeOther(byte[] bytes, int start, int length, boolean person) {
		StringBuilder text = new StringBuilder(length);
		Part g0 = lower;
		Part g1 = upper;
		int end = start + length;
		int i = start;
		while (i < end) {
			if (bytes[i] == ESCAPE) {
				String sequence = sequence(bytes, i + 1, end);
				g0 = TO_LOWER.getOrDefault(sequence, g0);
				g1 = TO_UPPER.getOrDefault(sequence, g1);
				i += 1 + sequence.length();
				continue;
			}
			if (isReset(bytes[i], g0, person)) {
				g0 = lower;
				g1 = upper;
			}
			i += append(bytes, i, end, bytes[i] >= 0 ? g0 : g1, text);
		}
		return text.toString();
	}

	/** Appends one character. @return how many bytes it takes */
	private static int append(byte[] bytes, int at, int end, Part part, StringBuilder text) {
		if (bytes[at] >= 0 && bytes[at] <= ' ') {
			text.append((char) bytes[at]);
			return 1;
		}
		if (part == null || at + part.width > end) {
			text.append(UNKNOWN);
			return 1;
		}
		text.append(part.decode(bytes, at));
		return part.width;
	}

	/** {@return the escape sequence behind the escape: intermediate bytes (20-2F) and a final one} */
	private static String sequence(byte[] bytes, int from, int end) {
		StringBuilder sequence = new StringBuilder(3);
		for (int i = from; i < end && sequence.length() < 4; i++) {
			sequence.append((char) bytes[i]);
			if (bytes[i] >= 0x30) {
				break;
			}
		}
		return sequence.toString();
	}

	private static boolean isReset(byte b, Part g0, boolean person) {
		if (b == '\n' || b == '\r' || b == '\f' || b == '\t') {
			return true;
		}
		return g0.width == 1 && (b == '\\' || person && (b == '^' || b == '='));
	}
}
