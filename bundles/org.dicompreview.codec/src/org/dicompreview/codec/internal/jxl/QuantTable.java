package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * A quantisation table as it is described (ISO/IEC 18181-1, I.2.3).
 *
 * @param mode    one of the constants below
 * @param bands   for each channel, weights by the distance from coefficient 0
 * @param bands4  the same for the 4 x 4 part of {@link #AFV}
 * @param weights single weights of each channel, or the whole table, whose unit is then {@code bands[0][0]}
 */
record QuantTable(int mode, float[][] bands, float[][] bands4, float[][] weights) {

	static final int LIBRARY = 0;
	static final int HORNUSS = 1;
	static final int DCT2 = 2;
	static final int DCT4 = 3;
	static final int DCT4X8 = 4;
	static final int AFV = 5;
	static final int DCT = 6;
	static final int RAW = 7;
	/** How many tables there are. */
	static final int COUNT = 17;

	/** Sides of the tables in blocks: the shorter one, the longer one. */
	private static final int[] SHORT = { 1, 1, 1, 1, 2, 4, 1, 1, 2, 1, 1, 8, 4, 16, 8, 32, 16 };
	private static final int[] LONG = { 1, 1, 1, 1, 2, 4, 2, 4, 4, 1, 1, 8, 8, 16, 16, 32, 32 };
	private static final int SIDE = 8;
	private static final float ALMOST_ZERO = 1e-8f;
	/** A quantiser of 1 in JPEG: eight coefficients of 1 add up to a sample of 1 in 255. */
	private static final float JPEG_UNIT = 1 / (8 * 255f);
	private static final float AFV_LEAST = 0.8517778890324296f;
	private static final float[] AFV_PLACES = { 0, 0, AFV_LEAST, 5.37778436506804f, 0, 0, 4.734747904497923f,
			5.449245381693219f, 1.6598270267479331f, 4, 7.275749096817861f, 10.423227632456525f, 2.662932286148962f,
			7.630657783650829f, 8.962388608184032f, 12.97166202570235f };

	/** Reads the description of table {@code table}. */
	static QuantTable read(Bits bits, int table, ModularFrame modular) throws DecodeException {
		int mode = bits.read(3);
		if (mode != LIBRARY && mode != DCT && mode != RAW && SHORT[table] * LONG[table] != 1) {
			throw new DecodeException(JxlText.QUANTISATION_TABLE_DESCRIPTION);
		}
		switch (mode) {
			case LIBRARY:
				return null;
			case HORNUSS:
				return new QuantTable(mode, null, null, readWeights(bits, 3, 3));
			case DCT2:
				return new QuantTable(mode, null, null, readWeights(bits, 6, 6));
			case DCT4:
				float[][] weights = readWeights(bits, 2, 0);
				return new QuantTable(mode, readBands(bits), null, weights);
			case DCT4X8:
				weights = readWeights(bits, 1, 0);
				return new QuantTable(mode, readBands(bits), null, weights);
			case AFV:
				weights = readWeights(bits, 9, 6);
				float[][] bands = readBands(bits);
				return new QuantTable(mode, bands, readBands(bits), weights);
			case DCT:
				return new QuantTable(mode, readBands(bits), null, null);
			default:
				float unit = bits.f16();
				return new QuantTable(mode, new float[][] { { unit } }, null, readRaw(bits, unit, table, modular));
		}
	}

	private static float[][] readWeights(Bits bits, int count, int scaled) throws DecodeException {
		float[][] weights = new float[3][count];
		for (float[] of : weights) {
			for (int i = 0; i < count; i++) {
				of[i] = bits.f16() * (i < scaled ? 64 : 1);
			}
		}
		return weights;
	}

	private static float[][] readBands(Bits bits) throws DecodeException {
		int count = bits.read(4) + 1;
		float[][] bands = readWeights(bits, count, 1);
		bits.check();
		return bands;
	}

	private static float[][] readRaw(Bits bits, float unit, int table, ModularFrame modular) throws DecodeException {
		List<Channel> channels = new ArrayList<>();
		int width = SIDE * SHORT[table];
		int height = SIDE * LONG[table];
		for (int c = 0; c < 3; c++) {
			channels.add(new Channel(width, height, 0, 0));
		}
		ModularImage image = new ModularImage(channels, 8);
		image.readTransforms(bits, 8L * width * height);
		image.readChannels(bits, modular.tableSection(table), modular.tree, 0, image.channels.size());
		image.undoTransforms(1);
		float[][] result = new float[3][width * height];
		for (int c = 0; c < 3; c++) {
			for (int i = 0; i < result[c].length; i++) {
				int value = image.channels.get(c).values[i];
				result[c][i] = unit * value;
				if (value <= 0 || !(result[c][i] > ALMOST_ZERO)) {
					throw new DecodeException(JxlText.QUANTISATION_TABLE_VALUE, value);
				}
			}
		}
		return result;
	}

	/** {@return the quantisation tables of a JPEG file that this was made of, or null} */
	int[][] jpegTables() {
		if (mode != RAW || Math.abs(bands[0][0] - JPEG_UNIT) > ALMOST_ZERO) {
			return null;
		}
		int[][] tables = new int[3][weights[0].length];
		for (int c = 0; c < 3; c++) {
			for (int i = 0; i < tables[c].length; i++) {
				tables[c][i] = Math.round(weights[c][i] / bands[0][0]);
			}
		}
		return tables;
	}

	/** {@return what a quantised coefficient of 1 stands for in each channel, for each coefficient} */
	float[][] make(int table) throws DecodeException {
		if (mode == RAW) {
			return weights;
		}
		int rows = SIDE * SHORT[table];
		int columns = SIDE * LONG[table];
		float[][] result = new float[3][];
		for (int c = 0; c < 3; c++) {
			result[c] = switch (mode) {
				case HORNUSS -> hornuss(weights[c]);
				case DCT2 -> dct2(weights[c]);
				case DCT4 -> dct4(c);
				case DCT4X8 -> dct4x8(c);
				case AFV -> afv(c);
				default -> byDistance(bands[c], rows, columns);
			};
			for (int i = 0; i < result[c].length; i++) {
				float weight = i == 0 && mode != DCT ? 1 : result[c][i];
				if (!(weight >= ALMOST_ZERO && weight <= 1 / ALMOST_ZERO)) {
					throw new DecodeException(JxlText.QUANTISATION_TABLE_WEIGHT, weight);
				}
				result[c][i] = 1 / weight;
			}
		}
		return result;
	}

	private static float[] hornuss(float[] weights) {
		float[] result = new float[SIDE * SIDE];
		Arrays.fill(result, weights[0]);
		result[1] = weights[1];
		result[SIDE] = weights[1];
		result[SIDE + 1] = weights[2];
		return result;
	}

	private static float[] dct2(float[] weights) {
		float[] result = new float[SIDE * SIDE];
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				int level = Numbers.bitsFor(Math.max(x, y)) - 1;
				boolean diagonal = Numbers.bitsFor(Math.min(x, y)) - 1 == level;
				result[SIDE * y + x] = level < 0 ? 1 : weights[2 * level + (diagonal ? 1 : 0)];
			}
		}
		return result;
	}

	private float[] dct4(int c) throws DecodeException {
		float[] small = byDistance(bands[c], 4, 4);
		float[] result = new float[SIDE * SIDE];
		for (int i = 0; i < result.length; i++) {
			result[i] = small[i / 16 * 4 + i % SIDE / 2];
		}
		result[1] /= weights[c][0];
		result[SIDE] /= weights[c][0];
		result[SIDE + 1] /= weights[c][1];
		return result;
	}

	private float[] dct4x8(int c) throws DecodeException {
		float[] small = byDistance(bands[c], 4, SIDE);
		float[] result = new float[SIDE * SIDE];
		for (int i = 0; i < result.length; i++) {
			result[i] = small[i / 16 * SIDE + i % SIDE];
		}
		result[SIDE] /= weights[c][0];
		return result;
	}

	private float[] afv(int c) throws DecodeException {
		float[] wide = byDistance(bands[c], 4, SIDE);
		float[] small = byDistance(bands4[c], 4, 4);
		float[] own = weights[c];
		float[] corner = steps(new float[] { own[5], own[6], own[7], own[8] });
		float range = AFV_PLACES[15] - AFV_LEAST + 1e-6f;
		float[] result = new float[SIDE * SIDE];
		for (int y = 0; y < 4; y++) {
			for (int x = 0; x < 4; x++) {
				result[2 * y * SIDE + 2 * x] = between(corner, (AFV_PLACES[4 * y + x] - AFV_LEAST) * 3 / range);
				result[2 * y * SIDE + 2 * x + 1] = small[4 * y + x];
			}
			for (int x = 0; x < SIDE; x++) {
				result[(2 * y + 1) * SIDE + x] = wide[SIDE * y + x];
			}
		}
		result[SIDE] = own[0];
		result[1] = own[1];
		result[2 * SIDE] = own[2];
		result[2] = own[3];
		result[2 * SIDE + 2] = own[4];
		return result;
	}

	/** {@return weights of bands, of which all but the first say how much more or less they are than the one before} */
	private static float[] steps(float[] bands) throws DecodeException {
		float[] result = bands.clone();
		for (int i = 0; i < result.length; i++) {
			float step = bands[i];
			result[i] = i == 0 ? step : result[i - 1] * (step > 0 ? 1 + step : 1 / (1 - step));
			if (!(result[i] >= ALMOST_ZERO)) {
				throw new DecodeException(JxlText.QUANTISATION_TABLE_WEIGHT, result[i]);
			}
		}
		return result;
	}

	private static float between(float[] bands, float place) {
		if (place < 0) {
			return 1;
		}
		int index = Math.min((int) place, bands.length - 2);
		return (float) (bands[index] * Math.exp((place - index) * Math.log(bands[index + 1] / bands[index])));
	}

	private static float[] byDistance(float[] bands, int rows, int columns) throws DecodeException {
		float[] weights = steps(bands);
		float scale = (float) ((bands.length - 1) / (Math.sqrt(2) + 1e-6));
		float[] result = new float[rows * columns];
		for (int y = 0; y < rows; y++) {
			float down = y * scale / (rows - 1);
			for (int x = 0; x < columns; x++) {
				float across = x * scale / (columns - 1);
				result[y * columns + x] = bands.length == 1 ? weights[0]
						: between(weights, (float) Math.sqrt(across * across + down * down));
			}
		}
		return result;
	}
}
