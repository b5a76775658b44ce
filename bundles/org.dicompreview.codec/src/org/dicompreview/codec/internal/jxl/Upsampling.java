package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** Upsampling by 2, 4 or 8 without ringing (ISO/IEC 18181-1, K.2). */
final class Upsampling {

	private static final int SIDE = 5;
	private static final int REACH = 2;

	private final ImageHeader image;
	private final int threads;

	Upsampling(ImageHeader image, int threads) {
		this.image = image;
		this.threads = threads;
	}

	/** {@return the weights of the 5 x 5 values around one, for each of the pixels that are made of it} */
	private float[][] kernels(int factor) {
		int log = Integer.numberOfTrailingZeros(factor) - 1;
		float[] weights = image.upsampling[log] == null ? UpsamplingWeights.USUAL[log] : image.upsampling[log];
		int half = factor / 2;
		float[][] kernels = new float[factor * factor][SIDE * SIDE];
		for (int ky = 0; ky < factor; ky++) {
			for (int kx = 0; kx < factor; kx++) {
				for (int i = 0; i < SIDE * SIDE; i++) {
					int j = place(ky, i / SIDE, factor);
					int k = place(kx, i % SIDE, factor);
					int least = Math.min(j, k);
					int most = Math.max(j, k);
					kernels[ky * factor + kx][i] = weights[SIDE * half * least - least * (least - 1) / 2 + most - least];
				}
			}
		}
		return kernels;
	}

	private static int place(int pixel, int value, int factor) {
		return pixel < factor / 2 ? SIDE * pixel + value : SIDE * (factor - 1 - pixel) + SIDE - 1 - value;
	}

	/** {@return the values at so many times the size} */
	float[] apply(float[] values, int width, int height, int factor) throws DecodeException {
		if (factor == 1) {
			return values;
		}
		float[][] kernels = kernels(factor);
		float[] result = new float[values.length * factor * factor];
		Parallel.run(height, threads, () -> new float[SIDE * SIDE], (near, y) -> {
			for (int x = 0; x < width; x++) {
				gather(values, width, height, x, y, near);
				put(near, kernels, factor, result, y * factor * width * factor + x * factor, width * factor);
			}
		});
		return result;
	}

	private static void gather(float[] values, int width, int height, int x, int y, float[] near) {
		for (int i = -REACH; i <= REACH; i++) {
			int row = Numbers.mirror(y + i, height) * width;
			for (int k = -REACH; k <= REACH; k++) {
				near[(i + REACH) * SIDE + k + REACH] = values[row + Numbers.mirror(x + k, width)];
			}
		}
	}

	private static void put(float[] near, float[][] kernels, int factor, float[] to, int at, int stride) {
		float least = near[0];
		float most = near[0];
		for (float value : near) {
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		for (int i = 0; i < kernels.length; i++) {
			float[] kernel = kernels[i];
			float sum = 0;
			for (int k = 0; k < kernel.length; k++) {
				sum += kernel[k] * near[k];
			}
			to[at + i / factor * stride + i % factor] = Math.max(least, Math.min(sum, most));
		}
	}
}
