package org.dicompreview.series.internal.document;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Counts the pages of a PDF: page objects in plain sight, and those in compressed object streams (ISO 32000-1, 7.5.7). */
final class PdfPages {

	private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");
	private static final Pattern OBJECTS = Pattern.compile("/Type\\s*/ObjStm(?![A-Za-z])");
	private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
	private static final String FLATE = "/FlateDecode";
	private static final String END_OF_DICTIONARY = ">>";
	/** Bytes that all object streams together may expand to. */
	private static final int MOST_INFLATED = 1 << 26;

	private final byte[] bytes;
	private final String text;
	private int inflatedLeft = MOST_INFLATED;

	private PdfPages(byte[] bytes) {
		this.bytes = bytes;
		text = new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/** {@return the number of pages; empty where none can be found} @param bytes of the whole document */
	static OptionalInt count(byte[] bytes) {
		PdfPages pages = new PdfPages(bytes);
		int count = matches(pages.text) + pages.hidden();
		return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
	}

	private static int matches(String text) {
		return (int) PAGE.matcher(text).results().count();
	}

	private int hidden() {
		int count = 0;
		Matcher objects = OBJECTS.matcher(text);
		Matcher streams = STREAM.matcher(text);
		while (objects.find()) {
			if (streams.find(objects.end())) {
				int dictionary = text.lastIndexOf("obj", objects.start());
				String stated = text.substring(Math.max(0, dictionary), streams.start());
				if (stated.contains(FLATE) && stated.contains(END_OF_DICTIONARY)) {
					count += matches(inflated(streams.end()));
				}
			}
		}
		return count;
	}

	private String inflated(int from) {
		Inflater inflater = new Inflater();
		StringBuilder out = new StringBuilder();
		byte[] piece = new byte[1 << 14];
		try {
			inflater.setInput(bytes, from, bytes.length - from);
			for (int read = inflater.inflate(piece); read > 0 && inflatedLeft > 0; read = inflater.inflate(piece)) {
				out.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
				inflatedLeft -= read;
			}
		} catch (DataFormatException e) {
			System.getLogger(PdfPages.class.getName()).log(System.Logger.Level.DEBUG, "a damaged object stream of a PDF", e);
		} finally {
			inflater.end();
		}
		return out.toString();
	}
}
