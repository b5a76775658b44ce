package org.dicompreview.codec.internal.jxl;

/** Transfer functions: from light to the samples of an image (ISO/IEC 18181-1, annex E.2). */
final class Transfer {

	private static final float DARK = 1e-5f;
	/** A rational function of the square root of light that is nearer than 1e-6 to the power that sRGB has. */
	private static final float NUMERATOR_0 = -0.0502741158f;
	private static final float NUMERATOR_1 = 0.877349366f;
	private static final float NUMERATOR_2 = 28.2386199f;
	private static final float NUMERATOR_3 = 63.1105493f;
	private static final float NUMERATOR_4 = 13.2879061f;
	private static final float DENOMINATOR_1 = 22.0684002f;
	private static final float DENOMINATOR_2 = 62.1413029f;
	private static final float DENOMINATOR_3 = 20.2543916f;
	private static final float SRGB_LINEAR = 0.0031308f;

	private final int kind;
	private final boolean grey;
	private final double gamma;
	private final double intensity;
	private final double[] luminances;
	private final double sceneGamma;

	/**
	 * A transfer function.
	 *
	 * @param colours    says which
	 * @param intensity  luminance of white
	 * @param luminances what linear red, green and blue add to luminance
	 */
	Transfer(ColourEncoding colours, double intensity, double[] luminances) {
		kind = colours.transfer();
		grey = colours.grey();
		gamma = kind == ColourEncoding.DCI ? 1 / 2.6 : colours.gamma();
		this.intensity = intensity;
		this.luminances = luminances;
		sceneGamma = 1 / (1.2 * Math.pow(1.111, Math.log(intensity / 1000) / Math.log(2)));
	}

	/** Changes a range of pixels; of grey ones only the first channel. */
	void apply(float[] first, float[] second, float[] third, int from, int to) {
		if (kind == ColourEncoding.LINEAR) {
			return;
		}
		if (kind == ColourEncoding.HLG) {
			toScene(first, second, third, from, to);
		}
		for (float[] values : grey ? new float[][] { first } : new float[][] { first, second, third }) {
			if (kind == ColourEncoding.SRGB) {
				srgb(values, from, to);
			} else {
				for (int i = from; i < to; i++) {
					values[i] = (float) apply(values[i]);
				}
			}
		}
	}

	/** Without branches, so that the loop runs on whole vectors. */
	private static void srgb(float[] values, int from, int to) {
		for (int i = from; i < to; i++) {
			float light = Math.max(0f, Math.min(values[i], 1f));
			float root = (float) Math.sqrt(light);
			float power = ((((NUMERATOR_4 * root + NUMERATOR_3) * root + NUMERATOR_2) * root + NUMERATOR_1) * root
					+ NUMERATOR_0)
					/ (((DENOMINATOR_3 * root + DENOMINATOR_2) * root + DENOMINATOR_1) * root + 1);
			float linear = 12.92f * light;
			// 0 below the limit, 1 above
			float which = Math.max(0f, Math.min((light - SRGB_LINEAR) * 1e9f, 1f));
			values[i] = linear + (power - linear) * which;
		}
	}

	private static double srgb(double value) {
		return value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
	}

	private double apply(double value) {
		switch (kind) {
			case ColourEncoding.BT709:
				return value <= 0.018 ? 4.5 * value : 1.099 * Math.pow(value, 0.45) - 0.099;
			case ColourEncoding.PQ:
				double power = Math.pow(Math.max(0, value) * intensity / 10000, 2610 / 16384.0);
				return Math.pow((3424 / 4096.0 + 2413 / 128.0 * power) / (1 + 2392 / 128.0 * power), 2523 / 32.0);
			case ColourEncoding.HLG:
				double light = Math.max(0, value);
				return light <= 1 / 12.0 ? Math.sqrt(3 * light)
						: 0.17883277 * Math.log(12 * light - 0.28466892) + 0.55991073;
			case ColourEncoding.GAMMA, ColourEncoding.DCI:
				return value <= DARK ? 0 : Math.pow(value, gamma);
			default:
				return srgb(value);
		}
	}

	/** From light of the display to that of the scene. */
	private void toScene(float[] first, float[] second, float[] third, int from, int to) {
		for (int i = from; i < to; i++) {
			double luminance = luminances[0] * first[i] + luminances[1] * second[i] + luminances[2] * third[i];
			float factor = luminance <= 0 ? 0 : (float) Math.min(1e9, Math.pow(luminance, sceneGamma - 1));
			first[i] *= factor;
			second[i] *= factor;
			third[i] *= factor;
		}
	}
}
