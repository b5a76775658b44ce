package org.dicompreview.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The data elements of PS3.6. The text of the table is kept as bytes; a row is turned into objects only when somebody
 * asks for its names.
 */
final class ElementTable {

	/** The table of the standard. */
	static final ElementTable STANDARD = new ElementTable();

	private static final int ROWS = 6000;

	private final byte[] text = TableText.bytes("elements.txt"); //$NON-NLS-1$
	private int[] tags = new int[ROWS];
	private int[] starts = new int[ROWS];
	private VR[] vrs = new VR[ROWS];
	private int size;
	private final List<Pattern> patterns = new ArrayList<>();
	private Map<String, Integer> byKeyword;

	private record Pattern(int value, int mask, int start, VR vr) {
	}

	/** One row. @param vrs the representations, the usual one first; empty for item tags */
	record Row(int tag, List<VR> vrs, String vm, boolean retired, String keyword, String name) {
	}

	private ElementTable() {
		int start = 0;
		for (int i = 0; i < text.length; i++) {
			if (text[i] == '\n') {
				if (text[start] != '#') {
					index(start);
				}
				start = i + 1;
			}
		}
		tags = Arrays.copyOf(tags, size);
		starts = Arrays.copyOf(starts, size);
		vrs = Arrays.copyOf(vrs, size);
	}

	private void index(int start) {
		int value = 0;
		int mask = 0;
		for (int i = start; i < start + 8; i++) {
			int digit = Character.digit(text[i], 16);
			value = value << 4 | Math.max(digit, 0);
			mask = mask << 4 | (digit < 0 ? 0 : 0xF);
		}
		VR vr = text[start + 9] == '-' ? null : VR.valueOf(new String(text, start + 9, 2, StandardCharsets.US_ASCII));
		if (vr == VR.OB && text[start + 11] == '/') {
			vr = VR.OW; // what is meant where no VR is stated (PS3.5 A.1)
		}
		if (mask != -1) {
			patterns.add(new Pattern(value, mask, start, vr));
		} else {
			tags[size] = value;
			starts[size] = start;
			vrs[size++] = vr;
		}
	}

	/**
	 * {@return the value representation where none is stated; {@code null} for tags that the standard does not know}
	 */
	VR vr(int tag) {
		int i = find(tag);
		if (i >= 0) {
			return vrs[i];
		}
		Pattern pattern = pattern(tag);
		return pattern == null ? null : pattern.vr;
	}

	/** {@return whether values are signed if the pixels are: the standard says US or SS} */
	boolean isSignedBySamples(int tag) {
		int i = find(tag);
		return i >= 0 && text[starts[i] + 11] == '/' && text[starts[i] + 12] == 'S';
	}

	/** {@return the row; {@code null} for tags that the standard does not know} */
	Row row(int tag) {
		int i = find(tag);
		if (i >= 0) {
			return parse(tag, starts[i]);
		}
		Pattern pattern = pattern(tag);
		return pattern == null ? null : parse(tag, pattern.start);
	}

	/** {@return the tag with this keyword; {@code null} if there is none or it names a repeating group} */
	synchronized Integer tag(String keyword) {
		if (byKeyword == null) {
			byKeyword = new HashMap<>(2 * size);
			for (int i = 0; i < size; i++) {
				byKeyword.put(parse(tags[i], starts[i]).keyword, tags[i]);
			}
		}
		return byKeyword.get(keyword);
	}

	private int find(int tag) {
		int low = 0;
		int high = size - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = Integer.compareUnsigned(tags[middle], tag);
			if (order == 0) {
				return middle;
			}
			if (order < 0) {
				low = middle + 1;
			} else {
				high = middle - 1;
			}
		}
		return -1;
	}

	private Pattern pattern(int tag) {
		if ((tag & 0x10000) != 0) {
			return null;
		}
		for (Pattern each : patterns) {
			if ((tag & each.mask) == each.value) {
				return each;
			}
		}
		return null;
	}

	private Row parse(int tag, int start) {
		int end = start;
		while (text[end] != '\n') {
			end++;
		}
		String[] cells = new String(text, start, end - start, StandardCharsets.UTF_8).split("\t", -1); //$NON-NLS-1$
		List<VR> all = new ArrayList<>();
		for (String vr : cells[1].split("/")) { //$NON-NLS-1$
			if (!vr.startsWith("-")) { //$NON-NLS-1$
				all.add(VR.valueOf(vr));
			}
		}
		String name = cells[5].isEmpty() ? words(cells[4]) : cells[5];
		return new Row(tag, List.copyOf(all), cells[2], !cells[3].isEmpty(), cells[4], name);
	}

	private static String words(String keyword) {
		return keyword.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}
}
