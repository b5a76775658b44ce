package org.dicompreview.rendering.internal.frame;

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
}
