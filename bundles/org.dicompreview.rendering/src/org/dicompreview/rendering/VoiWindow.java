package org.dicompreview.rendering;

/**
 * A VOI window (PS3.3 C.11.2.1.2).
 *
 * @param center   Window Center, in modality values (HU for CT …)
 * @param width    Window Width, at least 1 for LINEAR, above 0 otherwise
 * @param function VOI LUT Function
 */
public record VoiWindow(double center, double width, Function function) {

	/** VOI LUT Function (0028,1056). */
	public enum Function {
		/** PS3.3 C.11.2.1.2.1. */
		LINEAR,
		/** PS3.3 C.11.2.1.3.2. */
		LINEAR_EXACT,
		/** PS3.3 C.11.2.1.3.1. */
		SIGMOID
	}

	/** Rejects widths that no function allows. */
	public VoiWindow {
		if (!(width > 0) || !Double.isFinite(center) || !Double.isFinite(width)) {
			throw new IllegalArgumentException("window " + center + '/' + width); //$NON-NLS-1$
		}
	}

	/** A linear window. @param center in modality values @param width in modality values */
	public static VoiWindow linear(double center, double width) {
		return new VoiWindow(center, width, Function.LINEAR);
	}

	/**
	 * {@return the window that shows one value black and another one white}
	 *
	 * @param lower    the black one, in modality values
	 * @param upper    the white one, at least {@code lower}; above it unless the function is LINEAR
	 * @param function VOI LUT Function; the bounds of SIGMOID, which has none, are those of LINEAR_EXACT
	 * @since 0.1
	 */
	public static VoiWindow between(double lower, double upper, Function function) {
		int one = function == Function.LINEAR ? 1 : 0;
		return new VoiWindow((lower + upper + one) / 2, upper - lower + one, function);
	}

	/** {@return the highest value that is black} @since 0.1 */
	public double lower() {
		return center - width / 2;
	}

	/** {@return the lowest value that is white} @since 0.1 */
	public double upper() {
		return center + width / 2 - (function == Function.LINEAR ? 1 : 0);
	}
}
