package org.dicompreview.codec.internal.jxl;

import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** The reversible colour transforms of modular images (ISO/IEC 18181-1, H.6.3). */
final class ColourTransform {

	private static final int KINDS = 7;
	private static final int BAND = 1 << 16;

	private ColourTransform() {
	}

	/** Undoes it in place and puts the channels into their order. */
	static void undo(List<Channel> channels, Transform.Colours transform, int threads) throws DecodeException {
		int first = transform.first();
		Channel[] in = { channels.get(first), channels.get(first + 1), channels.get(first + 2) };
		int kind = transform.type() % KINDS;
		int length = in[0].values.length;
		int bands = Numbers.ceilDiv(length, BAND);
		Parallel.run(bands, threads, () -> in, (all, i) -> undo(kind, all[0].values, all[1].values, all[2].values,
				i * BAND, Math.min(length, (i + 1) * BAND)));
		int order = transform.type() / KINDS;
		channels.set(first + order % 3, in[0]);
		channels.set(first + (order + 1 + order / 3) % 3, in[1]);
		channels.set(first + (order + 2 - order / 3) % 3, in[2]);
	}

	private static void undo(int kind, int[] a, int[] b, int[] c, int from, int to) {
		if (kind == KINDS - 1) {
			for (int i = from; i < to; i++) {
				int base = a[i] - (c[i] >> 1);
				int blue = base - (b[i] >> 1);
				a[i] = blue + b[i];
				b[i] = c[i] + base;
				c[i] = blue;
			}
			return;
		}
		if ((kind & 1) != 0) {
			for (int i = from; i < to; i++) {
				c[i] += a[i];
			}
		}
		if (kind >> 1 == 1) {
			for (int i = from; i < to; i++) {
				b[i] += a[i];
			}
		} else if (kind >> 1 == 2) {
			for (int i = from; i < to; i++) {
				b[i] += a[i] + c[i] >> 1;
			}
		}
	}
}
