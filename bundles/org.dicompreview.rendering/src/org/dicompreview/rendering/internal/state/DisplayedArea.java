package org.dicompreview.rendering.internal.state;

import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.internal.frame.DataSetValues;

/**
 * Which part of a frame is shown, and how it is turned (PS3.3 C.10.4, C.10.6).
 *
 * @param columns       of the frame
 * @param rows          of the frame
 * @param aspect        height of a pixel divided by its width
 * @param turns         quarter turns clockwise, after flipping
 * @param flip          whether left and right are swapped first
 * @param left          first column that is shown, as an edge from 0
 * @param top           first row
 * @param right         edge after the last column
 * @param bottom        edge after the last row
 * @param magnification device pixels a column, or 0 to fit
 */
record DisplayedArea(int columns, int rows, double aspect, int turns, boolean flip, double left, double top, double right,
		double bottom, double magnification) {

	/**
	 * {@return the displayed area of a frame}
	 *
	 * @param state   the presentation state
	 * @param area    the item of its displayed areas that applies
	 * @param columns of the frame
	 * @param rows    of the frame
	 * @param aspect  of its pixels, unless the area states another
	 */
	static DisplayedArea of(DataSetValues state, Optional<DataSetValues> area, int columns, int rows, double aspect) {
		int rotation = state.attributes().integer(StateTags.IMAGE_ROTATION).orElse(0) / 90 & 3;
		boolean flip = state.attributes().string(StateTags.IMAGE_HORIZONTAL_FLIP).filter("Y"::equals).isPresent();
		double[] first = numbers(area, StateTags.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER);
		double[] last = numbers(area, StateTags.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER);
		boolean whole = first.length < 2 || last.length < 2;
		double ratio = area.flatMap(item -> item.attributes().string(StateTags.PRESENTATION_SIZE_MODE))
				.filter("MAGNIFY"::equals).isPresent()
						? first(numbers(area, StateTags.PRESENTATION_PIXEL_MAGNIFICATION_RATIO)) : 0;
		// the state flips after it turns, we flip first: the turn is then the other way round
		return new DisplayedArea(columns, rows, aspect(area, aspect), flip ? 4 - rotation & 3 : rotation, flip,
				whole ? 0 : Math.min(first[0], last[0]) - 1, whole ? 0 : Math.min(first[1], last[1]) - 1,
				whole ? columns : Math.max(first[0], last[0]), whole ? rows : Math.max(first[1], last[1]),
				Math.max(0, ratio));
	}

	private static double aspect(Optional<DataSetValues> area, double otherwise) {
		for (int tag : new int[] { StateTags.PRESENTATION_PIXEL_SPACING, StateTags.PRESENTATION_PIXEL_ASPECT_RATIO }) {
			double[] sides = numbers(area, tag);
			if (sides.length >= 2 && sides[0] > 0 && sides[1] > 0) {
				return Math.max(0.02, Math.min(50, sides[0] / sides[1]));
			}
		}
		return otherwise;
	}

	private static double[] numbers(Optional<DataSetValues> item, int tag) {
		return item.map(data -> data.attributes().numbers(tag)).orElse(new double[0]);
	}

	private static double first(double[] numbers) {
		return numbers.length == 0 ? 0 : numbers[0];
	}

	/** {@return the settings so that the area fills the target} */
	DisplaySettings view(DisplaySettings settings, int width, int height) {
		double[] a = turned(left, top);
		double[] b = turned(right, bottom);
		double[] all = (turns & 1) == 0 ? new double[] { columns, rows * aspect }
				: new double[] { rows * aspect, columns };
		double fit = Math.min(width / all[0], height / all[1]);
		double scale = magnification > 0 ? magnification
				: Math.min(width / Math.abs(b[0] - a[0]), height / Math.abs(b[1] - a[1]));
		double panX = scale * (all[0] - a[0] - b[0]) / 2 / width;
		double panY = scale * (all[1] - a[1] - b[1]) / 2 / height;
		return settings.with(new Orientation(turns, flip)).with(new Placement(scale / fit, panX, panY));
	}

	/** {@return where a place in the frame lies in the turned picture, in widths of a pixel} */
	private double[] turned(double column, double row) {
		double x = flip ? columns - column : column;
		double y = row * aspect;
		double high = rows * aspect;
		return switch (turns) {
			case 1 -> new double[] { high - y, x };
			case 2 -> new double[] { columns - x, high - y };
			case 3 -> new double[] { y, columns - x };
			default -> new double[] { x, y };
		};
	}

	/** {@return column and row of a place given as parts 0-1 of the displayed area} */
	double[] inFrame(double across, double down) {
		double[] a = turned(left, top);
		double[] b = turned(right, bottom);
		double x = Math.min(a[0], b[0]) + across * Math.abs(b[0] - a[0]);
		double y = Math.min(a[1], b[1]) + down * Math.abs(b[1] - a[1]);
		double high = rows * aspect;
		double[] flipped = switch (turns) {
			case 1 -> new double[] { y, high - x };
			case 2 -> new double[] { columns - x, high - y };
			case 3 -> new double[] { columns - y, x };
			default -> new double[] { x, y };
		};
		return new double[] { flip ? columns - flipped[0] : flipped[0], flipped[1] / aspect };
	}
}
