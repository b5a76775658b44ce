package org.dicompreview.rendering.internal;

import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;

/** What the standard says about display values, written down a second time: nothing here calls the code under test. */
public final class Formulas {

	private Formulas() {
	}

	/** {@return the display value for a modality value: PS3.3 C.11.2.1.2 and C.11.2.1.3} */
	public static int shown(VoiWindow window, double x) {
		double c = window.center();
		double w = window.width();
		return rounded(switch (window.function()) {
			case LINEAR -> x <= c - 0.5 - (w - 1) / 2 ? 0
					: x > c - 0.5 + (w - 1) / 2 ? 255 : ((x - (c - 0.5)) / (w - 1) + 0.5) * 255;
			case LINEAR_EXACT -> x <= c - w / 2 ? 0 : x > c + w / 2 ? 255 : ((x - c) / w + 0.5) * 255;
			case SIGMOID -> 255 / (1 + Math.exp(-4 * (x - c) / w));
		});
	}

	/** {@return likewise for a window of the usual kind} */
	public static int shown(double center, double width, double x) {
		return shown(new VoiWindow(center, width, Function.LINEAR), x);
	}

	/** {@return the nearest whole number, 0-255} */
	public static int rounded(double value) {
		return (int) Math.floor(Math.max(0, Math.min(255, value)) + 0.5);
	}

	/** {@return red, green and blue of full-range luminance and chrominance: PS3.3 C.7.6.3.1.2} */
	public static int[] fullRange(double y, double cb, double cr) {
		return new int[] { rounded(y + 1.402 * (cr - 128)),
				rounded(y - 0.114 * 1.772 / 0.587 * (cb - 128) - 0.299 * 1.402 / 0.587 * (cr - 128)),
				rounded(y + 1.772 * (cb - 128)) };
	}
}
