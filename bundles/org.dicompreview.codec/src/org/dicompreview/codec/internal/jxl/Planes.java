package org.dicompreview.codec.internal.jxl;

/** Channels of equal size: those of the colours first, then the extra ones. */
final class Planes {

	final int width;
	final int height;
	/** Rows of each channel from the top; null where {@link #integers} has them. */
	final float[][] values;
	/** The same as integers, where nothing has been calculated with them. */
	final int[][] integers;

	Planes(int width, int height, int channels) {
		this.width = width;
		this.height = height;
		values = new float[channels][];
		integers = new int[channels][];
	}

	/** {@return the values of a channel, made from its integers if there are no others} */
	float[] floats(int channel, Depth depth) {
		if (values[channel] == null) {
			values[channel] = floats(integers[channel], depth);
			integers[channel] = null;
		}
		return values[channel];
	}

	/** {@return what integers of a channel stand for: 0 to 1 for the range of the channel} */
	static float[] floats(int[] integers, Depth depth) {
		float[] result = new float[integers.length];
		if (depth.isFloat()) {
			for (int i = 0; i < result.length; i++) {
				result[i] = depth.toFloat(integers[i]);
			}
		} else {
			double factor = 1.0 / depth.most();
			for (int i = 0; i < result.length; i++) {
				result[i] = (float) (integers[i] * factor);
			}
		}
		return result;
	}

	/** {@return a copy that can be changed without a change of this} */
	Planes copy() {
		Planes copy = new Planes(width, height, values.length);
		for (int i = 0; i < values.length; i++) {
			copy.values[i] = values[i] == null ? null : values[i].clone();
			copy.integers[i] = integers[i] == null ? null : integers[i].clone();
		}
		return copy;
	}
}
