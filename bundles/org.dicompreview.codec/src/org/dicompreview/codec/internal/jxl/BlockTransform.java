package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

/** Makes pixels of the coefficients of blocks (ISO/IEC 18181-1, I.2.3, I.2.5 to I.2.9). For one thread. */
final class BlockTransform {

	private static final int MAX_LOW = 32;
	private static final int JPEG_SHIFT = 8 * 128;
	private static final int JPEG_PRECISION = 11;
	private static final int JPEG_HALF = 1 << JPEG_PRECISION - 1;
	/** For each size of low frequencies, a row of cosines for each coefficient. */
	private static final float[][] COSINES = new float[MAX_LOW + 1][];

	static {
		for (int size = 1; size <= MAX_LOW; size *= 2) {
			COSINES[size] = new float[size * size];
			for (int k = 0; k < size; k++) {
				// divided by what is lost of a coefficient by averaging eight pixels
				double scale = k == 0 ? 1 : Math.sqrt(2) / (Math.cos(k * Math.PI / (16 * size))
						* Math.cos(k * Math.PI / (8 * size)) * Math.cos(k * Math.PI / (4 * size)));
				for (int i = 0; i < size; i++) {
					COSINES[size][k * size + i] = (float) (scale / size * Math.cos((2 * i + 1) * k * Math.PI / (2 * size)));
				}
			}
		}
	}

	private final VarDct frame;
	private final FrameHeader header;
	private final float[] factors = new float[3];
	private final float[] quantBiases;
	private final float scaleX;
	private final float scaleB;
	private float[][] values = { new float[64], new float[64], new float[64] };
	private float[] scratch = new float[64];
	private final float[] sums = new float[MAX_LOW * MAX_LOW];
	private final SmallTransforms small = new SmallTransforms();

	BlockTransform(VarDct frame) {
		this.frame = frame;
		header = frame.header;
		quantBiases = frame.image.opsin.quantBiases;
		scaleX = (float) Math.pow(0.8, header.xQuantScale - 2);
		scaleB = (float) Math.pow(0.8, header.bQuantScale - 2);
	}

	/**
	 * Draws a block.
	 *
	 * @param x            column of its upper left part in blocks
	 * @param y            row
	 * @param coefficients of each channel
	 * @param offset       where those of the block begin
	 * @param nonZero      bits of the channels that have coefficients that are not 0
	 */
	void draw(int x, int y, int[][] coefficients, int offset, int nonZero) {
		int at = y * frame.across + x;
		DctKind kind = DctKind.of(frame.kinds[at]);
		int size = 64 << kind.log;
		if (values[0].length < size) {
			values = new float[3][size];
			scratch = new float[size];
		}
		float scale = 65536f / frame.global.globalScale / frame.quantizers[at];
		factors[0] = scale * scaleX;
		factors[1] = scale;
		factors[2] = scale * scaleB;
		boolean jpeg = frame.isJpeg();
		boolean plain = !jpeg && header.mostShiftX() + header.mostShiftY() == 0;
		int used = nonZero;
		if (jpeg && (nonZero >> 1 & 1) != 0 && header.mostShiftX() + header.mostShiftY() == 0) {
			correlateJpeg(x, y, coefficients, offset);
			used = 7;
		}
		for (int c = 0; c < 3; c++) {
			if ((used >> c & 1) == 0) {
				Arrays.fill(values[c], 0, size, 0);
			} else if (jpeg) {
				dequantizeJpeg(coefficients[c], offset, c);
			} else {
				dequantize(coefficients[c], offset, size, frame.hf.tables[kind.table][c], c);
			}
		}
		if (!jpeg && (nonZero >> 1 & 1) != 0) {
			correlate(x, y, size);
		}
		boolean withX = !plain || (used & 1) != 0 || !isGrey(x, y, kind, nonZero, 0);
		boolean withB = !plain || (used & 4) != 0 || !isGrey(x, y, kind, nonZero, 2);
		for (int c = 0; c < 3; c++) {
			int shiftX = header.shiftX[c];
			int shiftY = header.shiftY[c];
			int column = x >> shiftX;
			int row = y >> shiftY;
			boolean drawn = c == 1 || (c == 0 ? withX : withB);
			if (drawn && column << shiftX == x && row << shiftY == y) {
				addLow(kind, frame.low[c], row * frame.across + column, values[c]);
				values[c][0] += jpeg && !header.ycc ? missingShift(c) : 0;
				transform(kind, values[c], frame.planes[c], 8 * row * frame.stride(c) + 8 * column, frame.stride(c));
			}
		}
		if (withX) {
			frame.usesX = true;
		}
		if (withB) {
			frame.usesB = true;
		} else {
			copyLuminance(kind, 8 * y * frame.stride(1) + 8 * x, frame.stride(1));
		}
	}

	/** {@return whether a channel without coefficients of its own is in a block what it is of grey: 0, or luminance} */
	private boolean isGrey(int x, int y, DctKind kind, int nonZero, int c) {
		float grey = c / 2;
		int tile = (y >> 3) * frame.tiles + (x >> 3);
		float base = c == 0 ? frame.global.baseX : frame.global.baseB;
		if ((nonZero & 2) != 0 && base + frame.correlations[c / 2][tile] * frame.global.correlationScale != grey) {
			return false;
		}
		for (int i = 0; i < kind.down; i++) {
			int from = (y + i) * frame.across + x;
			for (int k = from; k < from + kind.across; k++) {
				if (frame.low[c][k] != grey * frame.low[1][k]) {
					return false;
				}
			}
		}
		return true;
	}

	private void copyLuminance(DctKind kind, int at, int stride) {
		for (int y = 0; y < 8 * kind.down; y++) {
			System.arraycopy(frame.planes[1], at + y * stride, frame.planes[2], at + y * stride, 8 * kind.across);
		}
	}

	private void dequantize(int[] from, int offset, int size, float[] table, int c) {
		float[] to = values[c];
		float factor = factors[c];
		float one = quantBiases[c];
		float numerator = quantBiases[3];
		for (int i = 0; i < size; i++) {
			int quantized = from[offset + i];
			if (quantized == 0) {
				to[i] = 0;
			} else {
				float value = quantized == 1 ? one : quantized == -1 ? -one : quantized - numerator / quantized;
				to[i] = value * table[i] * factor;
			}
		}
	}

	/**
	 * {@return what is left of the level shift of JPEG, of which the low frequencies have a multiple of the quantiser}
	 */
	private float missingShift(int c) {
		return JPEG_SHIFT % frame.hf.jpegTables[c][0] * frame.hf.tables[0][c][0] / frame.hf.jpegTables[c][0];
	}

	private void dequantizeJpeg(int[] from, int offset, int c) {
		float[] table = frame.hf.tables[0][c];
		float[] to = values[c];
		for (int i = 0; i < 64; i++) {
			to[i] = from[offset + i] * table[i] * factors[c];
		}
	}

	/** As below, but so that the coefficients are the whole numbers that they were in JPEG. */
	private void correlateJpeg(int x, int y, int[][] coefficients, int offset) {
		int tile = (y >> 3) * frame.tiles + (x >> 3);
		int[][] tables = frame.hf.jpegTables;
		for (int c = 0; c < 3; c += 2) {
			int ratio = frame.correlations[c / 2][tile] * (1 << JPEG_PRECISION) / LfGlobal.CHROMA_FROM_LUMA;
			for (int i = 1; i < 64 && ratio != 0; i++) {
				int quotient = (1 << JPEG_PRECISION) * tables[1][i] / tables[c][i];
				int scale = quotient * ratio + JPEG_HALF >> JPEG_PRECISION;
				coefficients[c][offset + i] += coefficients[1][offset + i] * scale + JPEG_HALF >> JPEG_PRECISION;
			}
		}
	}

	private void correlate(int x, int y, int size) {
		int tile = (y >> 3) * frame.tiles + (x >> 3);
		float factorX = frame.global.baseX + frame.correlations[0][tile] * frame.global.correlationScale;
		float factorB = frame.global.baseB + frame.correlations[1][tile] * frame.global.correlationScale;
		float[] luma = values[1];
		float[] toX = values[0];
		float[] toB = values[2];
		for (int i = 0; i < size; i++) {
			toX[i] += factorX * luma[i];
			toB[i] += factorB * luma[i];
		}
	}

	/** Makes the lowest coefficients of low frequencies (I.2.9). */
	private void addLow(DctKind kind, float[] low, int at, float[] to) {
		if (kind.log == 0) {
			to[0] = low[at];
			return;
		}
		int across = kind.across;
		int down = kind.down;
		float[] cosinesX = COSINES[across];
		float[] cosinesY = COSINES[down];
		for (int y = 0; y < down; y++) {
			for (int k = 0; k < across; k++) {
				float sum = 0;
				for (int x = 0; x < across; x++) {
					sum += low[at + y * frame.across + x] * cosinesX[k * across + x];
				}
				sums[y * across + k] = sum;
			}
		}
		int side = kind.longSide();
		boolean turned = down >= across;
		for (int k = 0; k < down; k++) {
			for (int x = 0; x < across; x++) {
				float sum = 0;
				for (int y = 0; y < down; y++) {
					sum += sums[y * across + x] * cosinesY[k * down + y];
				}
				to[turned ? x * side + k : k * side + x] = sum;
			}
		}
	}

	private void transform(DctKind kind, float[] data, float[] to, int at, int stride) {
		switch (kind) {
			case DCT8 -> Dct.block8(data, to, at, stride);
			case HORNUSS -> small.hornuss(data, to, at, stride);
			case DCT2 -> small.dct2(data, to, at, stride);
			case DCT4 -> small.dct4(data, to, at, stride);
			case DCT4X8 -> small.dct4x8(data, to, at, stride);
			case DCT8X4 -> small.dct8x4(data, to, at, stride);
			case AFV0, AFV1, AFV2, AFV3 -> small.afv(kind.ordinal() - DctKind.AFV0.ordinal(), data, to, at, stride);
			default -> Dct.block(data, 8 * kind.across, 8 * kind.down, to, at, stride, scratch);
		}
	}
}
