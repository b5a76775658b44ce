package org.dicompreview.rendering.internal.frame;

import org.dicompreview.rendering.internal.color.ColorRows;
import org.dicompreview.rendering.internal.color.Palette;
import org.dicompreview.rendering.internal.scale.RowSource;

/** Grey display values, by table for up to 16 bits. */
final class GreyRows {

	@FunctionalInterface
	private interface Grey extends RowSource {
		@Override
		default int channels() {
			return 1;
		}
	}

	private GreyRows() {
	}

	static RowSource of(short[] values, int columns, byte[] table) {
		Grey rows = (row, from, to, out, at) -> {
			int shift = at - from - row * columns;
			for (int i = row * columns + from; i < row * columns + to; i++) {
				out[i + shift] = table[values[i] & 0xFFFF];
			}
		};
		return rows;
	}

	static RowSource of(byte[] values, int columns, byte[] table) {
		Grey rows = (row, from, to, out, at) -> {
			int shift = at - from - row * columns;
			for (int i = row * columns + from; i < row * columns + to; i++) {
				out[i + shift] = table[values[i] & 0xFF];
			}
		};
		return rows;
	}

	static RowSource of(StoredValues values, int columns, GreyMapping mapping) {
		Grey rows = (row, from, to, out, at) -> {
			int shift = at - from - row * columns;
			for (int i = row * columns + from; i < row * columns + to; i++) {
				out[i + shift] = (byte) mapping.display(values.get(i));
			}
		};
		return rows;
	}

	/** Grey, but for the values that a palette gives a colour. */
	static ColorRows of(StoredValues values, int columns, GreyMapping mapping, Palette supplement) {
		return (row, from, to, out, at) -> {
			int target = at;
			for (int i = row * columns + from; i < row * columns + to; i++, target += 3) {
				double stored = values.get(i);
				int color = supplement.contains(stored) ? supplement.color((long) stored)
						: mapping.display(stored) * 0x010101;
				Palette.put(color, out, target);
			}
		};
	}
}
