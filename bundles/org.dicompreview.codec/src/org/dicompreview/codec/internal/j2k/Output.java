package org.dicompreview.codec.internal.j2k;

import java.util.List;

import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.FrameBuilder;

/** Where the samples of all tiles go: level shift, clamping to the component's range, repetition of sub-sampled ones. */
final class Output {

	/** How the samples of a component lie on the frame. */
	private static final class Target {

		private final int shift;
		private final int least;
		private final int most;
		private final int[] columns;
		private final int[] rows;

		Target(ImageGrid.Component component, int[] columns, int[] rows) {
			int bits = component.precision();
			boolean clamp = bits < 31;
			shift = component.signed() ? 0 : 1 << bits - 1;
			least = clamp && !component.signed() ? 0 : clamp ? -(1 << bits - 1) : Integer.MIN_VALUE;
			most = clamp ? least + (1 << bits) - 1 : Integer.MAX_VALUE;
			this.columns = columns;
			this.rows = rows;
		}
	}

	private final Samples samples;
	private final int channels;
	private final int width;
	private final Target[] targets;

	/**
	 * For a frame.
	 *
	 * @param image      the image area on the reference grid
	 * @param components the components after their transform
	 * @param unitX      sub-sampling that the frame's columns have already
	 * @param unitY      sub-sampling that the frame's rows have already
	 * @param reduction  how often the codestream's size is halved
	 */
	Output(FrameBuilder builder, Area image, List<ImageGrid.Component> components, int unitX, int unitY,
			int reduction) {
		samples = builder.samples();
		channels = builder.channels();
		width = builder.columns();
		targets = new Target[channels];
		Area unit = image.divided(unitX, unitY).halved(reduction);
		for (int c = 0; c < channels; c++) {
			ImageGrid.Component component = components.get(c);
			Area area = image.divided(component.stepX(), component.stepY()).halved(reduction);
			int[] columns = map(builder.columns(), unit.x0(), unitX, component.stepX(), area.x0(), area.x1());
			int[] rows = map(builder.rows(), unit.y0(), unitY, component.stepY(), area.y0(), area.y1());
			targets[c] = new Target(component, columns, rows);
		}
	}

	/** {@return for each place on the frame the place of the sample shown there} */
	private static int[] map(int count, int first, int unit, int step, int from, int to) {
		int[] result = new int[count];
		for (int i = 0; i < count; i++) {
			long place = ((long) first + i) * unit / step;
			result[i] = (int) Math.max(from, Math.min(place, to - 1));
		}
		return result;
	}

	/**
	 * Takes a row of a tile-component. For several threads, if their rows do not overlap.
	 *
	 * @param component   which component
	 * @param x0          place of the first sample on the component's grid
	 * @param y           place of the row
	 * @param values      the samples
	 * @param shiftLevels whether unsigned values still lie around 0
	 */
	void write(int component, int x0, int y, int[] values, boolean shiftLevels) {
		Target target = targets[component];
		int shift = shiftLevels ? target.shift : 0;
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.max(target.least, Math.min(values[i] + shift, target.most));
		}
		int column = firstAtLeast(target.columns, x0);
		int end = firstAtLeast(target.columns, x0 + values.length);
		for (int row = firstAtLeast(target.rows, y); row < target.rows.length && target.rows[row] == y; row++) {
			store(values, x0, target.columns, column, end, (row * width + column) * channels + component);
		}
	}

	private static int firstAtLeast(int[] places, int wanted) {
		int low = 0;
		int high = places.length;
		while (low < high) {
			int middle = low + high >>> 1;
			if (places[middle] < wanted) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	private void store(int[] values, int x0, int[] places, int column, int end, int start) {
		int at = start;
		if (samples instanceof Samples.Bytes bytes) {
			byte[] to = bytes.values();
			for (int x = column; x < end; x++, at += channels) {
				to[at] = (byte) values[places[x] - x0];
			}
		} else if (samples instanceof Samples.Shorts shorts) {
			short[] to = shorts.values();
			for (int x = column; x < end; x++, at += channels) {
				to[at] = (short) values[places[x] - x0];
			}
		} else if (samples instanceof Samples.Ints ints) {
			int[] to = ints.values();
			for (int x = column; x < end; x++, at += channels) {
				to[at] = values[places[x] - x0];
			}
		}
	}
}
