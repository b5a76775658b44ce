package org.dicompreview.rendering.internal.scale;

/**
 * How one axis of a frame lies on one axis of a target. Target pixel {@code i} has its centre at
 * {@code (i + 0.5 - origin) / scale} samples from the edge of the picture at which it begins.
 *
 * @param samples  number of samples of the frame along this axis
 * @param scale    device pixels per sample
 * @param origin   where the picture begins, in device pixels; whole, so that 1:1 stays sharp
 * @param reversed whether samples run against the target
 * @param first    first target pixel whose centre lies in the frame and in the target
 * @param end      target pixel after the last one
 */
public record Axis(int samples, double scale, int origin, boolean reversed, int first, int end) {

	/** Places an axis and finds the pixels that are visible; at least one where any of the picture is. */
	static Axis place(int samples, double scale, double origin, boolean reversed, int target) {
		int whole = (int) Math.max(-1e9, Math.min(1e9, Math.rint(origin)));
		double length = samples * scale;
		int first = (int) Math.max(0, Math.ceil(whole - 0.5));
		int end = (int) Math.min(target, Math.ceil(whole + length - 0.5));
		if (first >= end && whole + length > 0 && whole < target) {
			first = (int) Math.max(0, Math.min(target - 1.0, Math.floor(whole + length / 2)));
			end = first + 1;
		}
		return new Axis(samples, scale, whole, reversed, first, Math.max(first, end));
	}

	/** {@return place in the frame of the centre of a target pixel; sample n reaches from n to n + 1} */
	public double position(int pixel) {
		double along = (pixel + 0.5 - origin) / scale;
		return reversed ? samples - along : along;
	}

	/** {@return place in the target of a place in the frame; both are edges, not centres} */
	public double target(double position) {
		return origin + (reversed ? samples - position : position) * scale;
	}

	/** {@return how far the place in the frame moves with each target pixel} */
	double step() {
		return (reversed ? -1 : 1) / scale;
	}

	/** {@return number of visible target pixels} */
	public int length() {
		return end - first;
	}
}
