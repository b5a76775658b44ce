package org.dicompreview.dicom;

import java.util.OptionalInt;

/**
 * CIELab colours as DICOM stores them (PS3.3 C.10.7.1.1): 16 bits each, relative to the white point D50.
 *
 * @since 0.1
 */
public final class CieLab {

	private static final double WHOLE = 0xFFFF;
	private static final double[] WHITE = { 0.96422, 1, 0.82521 };
	/** D50 to linear red, green and blue of sRGB (IEC 61966-2-1), adapted to D65. */
	private static final double[][] MATRIX = { { 3.1338561, -1.6168667, -0.4906146 },
			{ -0.9787684, 1.9161415, 0.0334540 }, { 0.0719453, -0.2289914, 1.4052427 } };

	private CieLab() {
	}

	/**
	 * {@return the colour that an attribute states, as 0xRRGGBB of sRGB; empty unless it has the three values}
	 *
	 * @param attributes a data set or an item
	 * @param tag        of an attribute such as {@link Tag#RECOMMENDED_DISPLAY_CIE_LAB_VALUE}
	 */
	public static OptionalInt rgb(Attributes attributes, int tag) {
		double[] stored = attributes.numbers(tag);
		return stored.length < 3 ? OptionalInt.empty() : OptionalInt.of(rgb(stored));
	}

	/**
	 * {@return the colour as 0xRRGGBB of sRGB, where it is outside of that the nearest value of each channel}
	 *
	 * @param stored L from 0 to 100, a and b from -128 to 127, each as 0 to 65535
	 */
	private static int rgb(double[] stored) {
		double middle = (stored[0] / WHOLE * 100 + 16) / 116;
		double[] xyz = { WHITE[0] * cubed(middle + (stored[1] / WHOLE * 255 - 128) / 500), WHITE[1] * cubed(middle),
				WHITE[2] * cubed(middle - (stored[2] / WHOLE * 255 - 128) / 200) };
		int rgb = 0;
		for (double[] row : MATRIX) {
			double linear = row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2];
			double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
			rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, encoded)));
		}
		return rgb;
	}

	private static double cubed(double t) {
		return t > 6.0 / 29 ? t * t * t : (t - 4.0 / 29) * 3 * 6 * 6 / (29 * 29);
	}
}
