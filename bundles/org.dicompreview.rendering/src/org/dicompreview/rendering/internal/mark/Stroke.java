package org.dicompreview.rendering.internal.mark;

import java.util.Arrays;

/**
 * A line through points, or an area within them. Nobody changes the points.
 *
 * @param points column and row of each point in turn, in frame pixels, pixel n reaching from n to n + 1
 * @param filled whether the area within is filled
 * @param value  display value, 0-255
 */
public record Stroke(double[] points, boolean filled, int value) {

	/** {@return whether all points are numbers of a size that an image can have} */
	public boolean isDrawable() {
		return points.length >= 2 && Arrays.stream(points).allMatch(each -> Math.abs(each) < 1e6);
	}
}
