package org.dicompreview.codec.internal;

/**
 * Brings samples of 8 bits from three planes side by side: eight of each, given as a {@code long} with the first in the
 * lowest byte, become three longs of eight pixels.
 */
public final class Triples {

	private Triples() {
	}

	/** {@return samples of the first plane in the first long} */
	public static long first(long row) {
		return row & 0xFF | (row & 0xFF00) << 16 | (row & 0xFF0000) << 32;
	}

	/** {@return samples of the first plane in the second long} */
	public static long second(long row) {
		return row >>> 16 & 0xFF00 | row & 0xFF00000000L | (row & 0xFF0000000000L) << 16;
	}

	/** {@return samples of the first plane in the third long} */
	public static long third(long row) {
		return row >>> 32 & 0xFF0000 | row >>> 16 & 0xFF0000000000L;
	}

	/** {@return samples of the second and the third plane in the first long} */
	public static long first(long middle, long last) {
		return (middle & 0xFF) << 8 | (middle & 0xFF00) << 24 | (middle & 0xFF0000) << 40 | (last & 0xFF) << 16
				| (last & 0xFF00) << 32;
	}

	/** {@return samples of the second and the third plane in the second long} */
	public static long second(long middle, long last) {
		return middle >>> 8 & 0xFF0000 | (middle & 0xFF00000000L) << 8 | last >>> 16 & 0xFF | last & 0xFF000000L
				| (last & 0xFF00000000L) << 16;
	}

	/** {@return samples of the second and the third plane in the third long} */
	public static long third(long middle, long last) {
		return middle >>> 40 & 0xFF | middle >>> 24 & 0xFF000000L | middle >>> 8 & 0xFF000000000000L
				| last >>> 32 & 0xFF00 | last >>> 16 & 0xFF00000000L | last & 0xFF00000000000000L;
	}
}
