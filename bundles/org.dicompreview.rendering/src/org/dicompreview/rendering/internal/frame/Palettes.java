package org.dicompreview.rendering.internal.frame;

import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.color.Palette;

/** Reads the palette of a data set: Red, Green and Blue Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5, C.7.9). */
final class Palettes {

	private static final int[] DESCRIPTORS = { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR };
	private static final int[] DATA = { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };
	private static final int[] SEGMENTED = { Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };

	private Palettes() {
	}

	/**
	 * {@return the palette; absent if one of its tables is missing or unusable}
	 *
	 * @param data   the data set
	 * @param signed whether stored values can be negative: the first one mapped is then a signed number
	 */
	static Optional<Palette> read(DataSetValues data, boolean signed) {
		char[][] tables = new char[3][];
		int first = 0;
		int length = Integer.MAX_VALUE;
		for (int c = 0; c < 3; c++) {
			double[] descriptor = data.attributes().numbers(DESCRIPTORS[c]);
			if (descriptor.length < 3) {
				return Optional.empty();
			}
			first = signed ? (short) (int) descriptor[1] : (int) descriptor[1] & 0xFFFF;
			tables[c] = table(data, c, LookupTable.entries(descriptor[0]), (int) descriptor[2]);
			length = Math.min(length, tables[c].length);
		}
		if (length == 0) {
			return Optional.empty();
		}
		return Optional.of(new Palette(first, colors(tables, length)));
	}

	private static char[] table(DataSetValues data, int channel, int count, int bits) {
		byte[] plain = data.bytes(DATA[channel]);
		if (plain.length > 0) {
			return LookupTable.words(plain, count);
		}
		byte[] segments = data.bytes(SEGMENTED[channel]);
		char[] table = SegmentedTable.expand(segments, bits <= 8 ? 1 : 2, count);
		boolean words = bits <= 8 && table.length < count; // some writers use them all the same
		return words ? SegmentedTable.expand(segments, 2, count) : table;
	}

	private static int[] colors(char[][] tables, int length) {
		int max = maximum(tables);
		int[] colors = new int[length];
		for (int i = 0; i < length; i++) {
			for (char[] table : tables) {
				colors[i] = colors[i] << 8 | (table[i] * 255 + max / 2) / max;
			}
		}
		return colors;
	}

	/**
	 * Entries fill 16 bits or 8, whatever the descriptor says: some writers contradict it, so the values decide. Those that
	 * end exactly with 9 to 14 bits have no more of them.
	 */
	private static int maximum(char[][] tables) {
		int most = 0;
		for (char[] table : tables) {
			most = Math.max(most, LookupTable.most(table));
		}
		if (most <= 0xFF) {
			return 0xFF;
		}
		return most <= 0x3FFF && (most & most + 1) == 0 ? most : 0xFFFF;
	}
}
