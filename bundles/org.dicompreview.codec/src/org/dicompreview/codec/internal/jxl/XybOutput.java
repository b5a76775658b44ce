package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** From XYB to the colours that an image is to have; sRGB where only a profile says which (ISO/IEC 18181-1, L.2). */
final class XybOutput {

	private static final double[] LUMINANCES = { 0.2126, 0.7152, 0.0722 };
	private static final double[] D50 = { 0.34567, 0.35850 };
	private static final double[][] BRADFORD = { { 0.8951, 0.2664, -0.1614 }, { -0.7502, 1.7135, 0.0367 },
			{ 0.0389, -0.0685, 1.0296 } };

	private final float[] matrix = new float[9];
	private final float[] biases;
	private final float[] roots = new float[3];
	private final Transfer transfer;
	private final boolean grey;

	XybOutput(ImageHeader image) throws DecodeException {
		biases = image.opsin.biases;
		for (int c = 0; c < 3; c++) {
			roots[c] = (float) Math.cbrt(biases[c]);
		}
		double[][] inverse = new double[3][3];
		for (int i = 0; i < 9; i++) {
			inverse[i / 3][i % 3] = image.opsin.matrix[i];
		}
		double[] luminances = LUMINANCES;
		ColourEncoding colours = image.colours;
		grey = colours.grey();
		if (grey) {
			double[][] luma = { LUMINANCES, LUMINANCES, LUMINANCES };
			inverse = multiply(luma, inverse);
		} else if (!colours.isSrgbGamut()) {
			double[][] toXyz = toXyz(colours);
			luminances = toXyz[1];
			double[][] fromD50 = invert(multiply(adapt(colours.white()), toXyz));
			ColourEncoding srgb = ColourEncoding.DEFAULT;
			double[][] srgbToD50 = multiply(adapt(srgb.white()), toXyz(srgb));
			inverse = multiply(multiply(fromD50, srgbToD50), inverse);
		}
		for (int i = 0; i < 9; i++) {
			matrix[i] = (float) (inverse[i / 3][i % 3] * 255 / image.intensity);
		}
		transfer = new Transfer(colours, image.intensity, luminances);
	}

	/** Changes a range of pixels; of grey ones, all channels would be the same, so only the first one is. */
	void apply(float[] first, float[] second, float[] third, int from, int to) {
		if (grey) {
			toLuminance(first, second, third, from, to);
		} else {
			toLight(first, second, third, from, to);
		}
		transfer.apply(first, second, third, from, to);
	}

	private void toLuminance(float[] first, float[] second, float[] third, int from, int to) {
		float root0 = roots[0];
		float root1 = roots[1];
		float root2 = roots[2];
		float m0 = matrix[0];
		float m1 = matrix[1];
		float m2 = matrix[2];
		float bias = m0 * biases[0] + m1 * biases[1] + m2 * biases[2];
		for (int i = from; i < to; i++) {
			float l = second[i] + first[i] - root0;
			float m = second[i] - first[i] - root1;
			float s = third[i] - root2;
			first[i] = m0 * l * l * l + m1 * m * m * m + m2 * s * s * s + bias;
		}
	}

	private void toLight(float[] first, float[] second, float[] third, int from, int to) {
		float root0 = roots[0];
		float root1 = roots[1];
		float root2 = roots[2];
		float bias0 = biases[0];
		float bias1 = biases[1];
		float bias2 = biases[2];
		float m0 = matrix[0];
		float m1 = matrix[1];
		float m2 = matrix[2];
		float m3 = matrix[3];
		float m4 = matrix[4];
		float m5 = matrix[5];
		float m6 = matrix[6];
		float m7 = matrix[7];
		float m8 = matrix[8];
		for (int i = from; i < to; i++) {
			float y = second[i];
			float l = y + first[i] - root0;
			float m = y - first[i] - root1;
			float s = third[i] - root2;
			l = l * l * l + bias0;
			m = m * m * m + bias1;
			s = s * s * s + bias2;
			first[i] = m0 * l + m1 * m + m2 * s;
			second[i] = m3 * l + m4 * m + m5 * s;
			third[i] = m6 * l + m7 * m + m8 * s;
		}
	}

	private static double[] xyz(double[] place) {
		return new double[] { place[0] / place[1], 1, (1 - place[0] - place[1]) / place[1] };
	}

	/** {@return the matrix from linear colours to XYZ} */
	private static double[][] toXyz(ColourEncoding colours) throws DecodeException {
		double[][] columns = new double[3][3];
		for (int c = 0; c < 3; c++) {
			double[] primary = xyz(colours.primaries()[c]);
			for (int i = 0; i < 3; i++) {
				columns[i][c] = primary[i];
			}
		}
		double[] scale = multiply(invert(columns), xyz(colours.white()));
		for (int i = 0; i < 9; i++) {
			columns[i / 3][i % 3] *= scale[i % 3];
		}
		return columns;
	}

	/** {@return the matrix that brings a white to that of D50} */
	private static double[][] adapt(double[] white) throws DecodeException {
		double[] from = multiply(BRADFORD, xyz(white));
		double[] to = multiply(BRADFORD, xyz(D50));
		double[][] scaled = new double[3][3];
		for (int i = 0; i < 9; i++) {
			scaled[i / 3][i % 3] = BRADFORD[i / 3][i % 3] * to[i / 3] / from[i / 3];
		}
		return multiply(invert(BRADFORD), scaled);
	}

	private static double[] multiply(double[][] a, double[] b) {
		double[] result = new double[3];
		for (int i = 0; i < 3; i++) {
			result[i] = a[i][0] * b[0] + a[i][1] * b[1] + a[i][2] * b[2];
		}
		return result;
	}

	private static double[][] multiply(double[][] a, double[][] b) {
		double[][] result = new double[3][3];
		for (int i = 0; i < 9; i++) {
			for (int k = 0; k < 3; k++) {
				result[i / 3][i % 3] += a[i / 3][k] * b[k][i % 3];
			}
		}
		return result;
	}

	private static double[][] invert(double[][] m) throws DecodeException {
		double[][] result = new double[3][3];
		double determinant = 0;
		for (int i = 0; i < 9; i++) {
			int a = i / 3;
			int b = i % 3;
			result[b][a] = m[(a + 1) % 3][(b + 1) % 3] * m[(a + 2) % 3][(b + 2) % 3]
					- m[(a + 1) % 3][(b + 2) % 3] * m[(a + 2) % 3][(b + 1) % 3];
			determinant += a == 0 ? m[0][b] * result[b][0] : 0;
		}
		if (!(Math.abs(determinant) > 1e-10)) {
			throw new DecodeException(JxlText.PRIMARY_COLOURS_INVALID);
		}
		for (int i = 0; i < 9; i++) {
			result[i / 3][i % 3] /= determinant;
		}
		return result;
	}
}
