package org.dicompreview.dicom.internal.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns bytes into text as Specific Character Set (0008,0005) says (PS3.3 C.12.1.1.2). Nothing makes decoding fail:
 * what a character set does not hold becomes U+FFFD, and where no known set is named, or UTF-8 wrongly, text that is valid
 * UTF-8 is taken for that and any other for Latin-1. Immutable.
 */
public abstract class CharacterSet {

	/** What holds without Specific Character Set. */
	public static final CharacterSet DEFAULT = new Guess();

	/** What stands in for a character that cannot be read. */
	static final char UNKNOWN = '\uFFFD';

	private static final int CACHED = 256;
	private static final Map<List<String>, CharacterSet> CACHE = new ConcurrentHashMap<>();
	private static final Map<String, String> WHOLE = Map.of("192", "UTF-8", "18030", "GB18030", "GBK", "GBK"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$

	/**
	 * {@return the decoder for these defined terms}
	 *
	 * @param terms the values of Specific Character Set
	 */
	public static CharacterSet of(List<String> terms) {
		if (terms.isEmpty()) {
			return DEFAULT;
		}
		CharacterSet known = CACHE.get(terms);
		if (known == null) {
			known = make(terms);
			if (CACHE.size() < CACHED) { // hostile files could name any number of sets
				CACHE.put(List.copyOf(terms), known);
			}
		}
		return known;
	}

	/**
	 * {@return whether a defined term names a set that is known, however it is spelt; the empty term stands for ASCII}
	 *
	 * @param term one value of Specific Character Set
	 */
	public static boolean isKnown(String term) {
		String number = number(term);
		return term.isBlank() || WHOLE.containsKey(number) || Iso2022.hasNumber(number);
	}

	private static CharacterSet make(List<String> terms) {
		for (String term : terms) {
			String whole = WHOLE.get(number(term));
			if (whole != null && Charset.isSupported(whole)) {
				return new Whole(Charset.forName(whole));
			}
		}
		return Iso2022.forNumbers(terms.stream().map(CharacterSet::number).toList());
	}

	/**
	 * {@return what tells the terms apart, however they are spelt: {@code 100} for {@code ISO_IR 100}, ISO 2022 IR 100}
	 */
	private static String number(String term) {
		String upper = term.strip().toUpperCase(Locale.ROOT);
		if (upper.endsWith("GBK")) { //$NON-NLS-1$
			return "GBK"; //$NON-NLS-1$
		}
		int start = upper.length();
		while (start > 0 && Character.isDigit(upper.charAt(start - 1))) {
			start--;
		}
		return upper.substring(start);
	}

	/**
	 * {@return the text of these bytes}
	 *
	 * @param bytes  the bytes
	 * @param start  the first
	 * @param length how many
	 * @param person whether this is a person name, whose components and groups begin anew in the initial sets
	 */
	public final String decode(byte[] bytes, int start, int length, boolean person) {
		for (int i = start; i < start + length; i++) {
			if (bytes[i] < ' ') { // above ASCII, or an escape
				return decodeOther(bytes, start, length, person);
			}
		}
		return decodeAscii(bytes, start, length);
	}

	String decodeAscii(byte[] bytes, int start, int length) {
		return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
	}

	abstract String decodeOther(byte[] bytes, int start, int length, boolean person);

	private static final class Guess extends CharacterSet {
		@Override
		String decodeOther(byte[] bytes, int start, int length, boolean person) {
			String text = strictly(StandardCharsets.UTF_8, bytes, start, length);
			return text != null ? text : decodeAscii(bytes, start, length);
		}
	}

	/** {@return the text, {@code null} if the bytes are none in this encoding} */
	private static String strictly(Charset charset, byte[] bytes, int start, int length) {
		try {
			return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, start, length)).toString();
		} catch (CharacterCodingException e) {
			return null;
		}
	}

	/**
	 * One encoding for the whole text, without escapes. Text that is none in it was written in another: in UTF-8 if it is
	 * that, and in Latin-1 if it has not a single character of UTF-8.
	 */
	private static final class Whole extends CharacterSet {
		private final Charset charset;

		Whole(Charset charset) {
			this.charset = charset;
		}

		@Override
		String decodeOther(byte[] bytes, int start, int length, boolean person) {
			String text = strictly(charset, bytes, start, length);
			if (text == null) {
				text = strictly(StandardCharsets.UTF_8, bytes, start, length);
			}
			return text != null ? text : damaged(bytes, start, length);
		}

		private String damaged(byte[] bytes, int start, int length) {
			String text = new String(bytes, start, length, charset);
			boolean none = text.chars().allMatch(each -> each < 0x80 || each == UNKNOWN);
			return none && charset.equals(StandardCharsets.UTF_8) ? decodeAscii(bytes, start, length) : text;
		}
	}
}
