package org.dicompreview.codec.internal.jxl;

/** A rectangle of integers that is coded in modular mode (ISO/IEC 18181-1, H.1). */
final class Channel {

	final int width;
	final int height;
	/** Logarithms of its subsampling; -1 for what is no part of the image. */
	final int shiftX;
	final int shiftY;
	/** Rows from the top, null until {@link #allocate}. */
	int[] values;

	Channel(int width, int height, int shiftX, int shiftY) {
		this.width = width;
		this.height = height;
		this.shiftX = shiftX;
		this.shiftY = shiftY;
	}

	/** {@return the values, zeros if there were none} */
	int[] allocate() {
		if (values == null) {
			values = new int[width * height];
		}
		return values;
	}

	boolean isEmpty() {
		return width == 0 || height == 0;
	}

	boolean hasSizeOf(Channel other) {
		return width == other.width && height == other.height;
	}

	/** {@return whether values of both lie at the same places of the image} */
	boolean liesAs(Channel other) {
		return hasSizeOf(other) && shiftX == other.shiftX && shiftY == other.shiftY;
	}
}
