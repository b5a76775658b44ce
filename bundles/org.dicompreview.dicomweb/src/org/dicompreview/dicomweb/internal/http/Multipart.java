package org.dicompreview.dicomweb.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicomweb.internal.DicomWebText;

/**
 * The parts of an answer of {@code multipart/related} (RFC 2387, PS3.18 8.6.1.2), or the one part that an answer without is.
 *
 * @param contentType media type of the part with its parameters
 * @param bytes       of the whole answer; not copied
 * @param from        index of the first byte of the part
 * @param to          index behind its last one
 */
public record Multipart(String contentType, byte[] bytes, int from, int to) {

	/** {@return number of bytes} */
	public int length() {
		return to - from;
	}

	/**
	 * {@return the parts}
	 *
	 * @param contentType of the answer
	 * @param bytes       of the answer
	 * @throws DicomException if it is damaged
	 */
	public static List<Multipart> parts(String contentType, byte[] bytes) throws DicomException {
		if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) { //$NON-NLS-1$
			return List.of(new Multipart(contentType, bytes, 0, bytes.length));
		}
		byte[] delimiter = delimiter(contentType, bytes);
		List<Multipart> parts = new ArrayList<>();
		int at = delimiter.length < 3 ? -1 : find(bytes, delimiter, 0);
		if (at < 0) {
			throw damaged();
		}
		while (at >= 0 && !isLast(bytes, at + delimiter.length)) {
			int head = endOfLine(bytes, at + delimiter.length);
			int body = endOfHead(bytes, head);
			if (body < 0) {
				throw new DicomException(Problem.of(DicomWebText.ANSWER_ENDS_EARLY));
			}
			Map<String, String> fields = fields(bytes, head, body);
			int next = next(bytes, delimiter, body, fields);
			if (next < 0) {
				throw new DicomException(Problem.of(DicomWebText.ANSWER_ENDS_EARLY));
			}
			int to = next;
			if (to > body && bytes[to - 1] == '\n') {
				to--;
			}
			if (to > body && to < next && bytes[to - 1] == '\r') {
				to--;
			}
			parts.add(new Multipart(fields.getOrDefault("content-type", parameter(contentType, "type")), bytes, body, to)); //$NON-NLS-1$ //$NON-NLS-2$
			at = next;
		}
		return parts;
	}

	/** A length that is stated is believed if a delimiter follows: so pixels that look like one do no harm. */
	private static int next(byte[] bytes, byte[] delimiter, int body, Map<String, String> fields) {
		String length = fields.getOrDefault("content-length", ""); //$NON-NLS-1$ //$NON-NLS-2$
		if (length.matches("\\d{1,9}")) { //$NON-NLS-1$
			long behind = body + Long.parseLong(length);
			for (int line = 0; line <= 2; line++) {
				if (behind + line + delimiter.length <= bytes.length && isAt(bytes, delimiter, (int) behind + line)) {
					return (int) behind + line;
				}
			}
		}
		int at = find(bytes, delimiter, body);
		while (at > body && bytes[at - 1] != '\n') { // a delimiter stands at the beginning of a line
			at = find(bytes, delimiter, at + 1);
		}
		return at;
	}

	private static byte[] delimiter(String contentType, byte[] bytes) {
		String stated = parameter(contentType, "boundary"); //$NON-NLS-1$
		if (!stated.isEmpty()) {
			return ("--" + stated).getBytes(StandardCharsets.ISO_8859_1); //$NON-NLS-1$
		}
		int start = 0; // some servers state none: it is the first line
		while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
			start++;
		}
		int end = start;
		while (end < bytes.length && bytes[end] != '\r' && bytes[end] != '\n') {
			end++;
		}
		return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * {@return a parameter of a media type, without quotes; empty text if it has none}
	 *
	 * @param type the media type with parameters
	 * @param name of the parameter
	 */
	public static String parameter(String type, String name) {
		boolean quoted = false;
		StringBuilder current = new StringBuilder();
		List<String> pieces = new ArrayList<>();
		for (char c : type.toCharArray()) {
			quoted ^= c == '"';
			if (c == ';' && !quoted) {
				pieces.add(current.toString());
				current.setLength(0);
			} else if (c != '"') {
				current.append(c);
			}
		}
		pieces.add(current.toString());
		for (String piece : pieces) {
			int equals = piece.indexOf('=');
			if (equals > 0 && piece.substring(0, equals).strip().equalsIgnoreCase(name)) {
				return piece.substring(equals + 1).strip();
			}
		}
		return ""; //$NON-NLS-1$
	}

	/** {@return the media type without parameters, in lower case} */
	public static String plain(String type) {
		return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT); //$NON-NLS-1$
	}

	private static boolean isLast(byte[] bytes, int at) {
		return at + 1 >= bytes.length || bytes[at] == '-' && bytes[at + 1] == '-';
	}

	private static int endOfLine(byte[] bytes, int from) {
		int at = from;
		while (at < bytes.length && bytes[at] != '\n') {
			at++;
		}
		return at + 1;
	}

	/** {@return behind the empty line that ends the fields; -1 if there is none} */
	private static int endOfHead(byte[] bytes, int from) {
		int at = from;
		while (at < bytes.length) {
			int end = endOfLine(bytes, at);
			if (end - at <= 2 && (bytes[at] == '\n' || bytes[at] == '\r')) {
				return end;
			}
			at = end;
		}
		return -1;
	}

	private static Map<String, String> fields(byte[] bytes, int from, int to) {
		Map<String, String> fields = new TreeMap<>();
		for (String line : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).split("\r?\n")) { //$NON-NLS-1$
			int colon = line.indexOf(':');
			if (colon > 0) {
				fields.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
			}
		}
		return fields;
	}

	private static boolean isAt(byte[] bytes, byte[] what, int at) {
		for (int i = 0; i < what.length; i++) {
			if (bytes[at + i] != what[i]) {
				return false;
			}
		}
		return true;
	}

	private static int find(byte[] bytes, byte[] what, int from) {
		for (int at = Math.max(0, from); at <= bytes.length - what.length; at++) {
			if (bytes[at] == what[0] && isAt(bytes, what, at)) {
				return at;
			}
		}
		return -1;
	}

	private static DicomException damaged() {
		return new DicomException(Problem.of(DicomWebText.ANSWER_DAMAGED, "multipart")); //$NON-NLS-1$
	}
}
