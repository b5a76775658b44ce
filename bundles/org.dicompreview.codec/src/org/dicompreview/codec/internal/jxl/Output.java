package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.Parallel;

/**
 * Makes the frame's values of the channels, turned and flipped as the head of the image says (ISO/IEC 18181-1, A.4.2).
 */
final class Output {

	private static final int BAND = 64;

	private final ImageHeader header;
	private final Samples samples;
	private final int channels;
	private final int columns;
	private final int rows;
	private final int threads;

	Output(FrameBuilder builder, ImageHeader header, int threads) {
		this.header = header;
		this.threads = threads;
		samples = builder.samples();
		channels = builder.channels();
		columns = builder.columns();
		rows = builder.rows();
	}

	/** Writes all values. */
	void write(Planes planes) throws DecodeException {
		Parallel.run(Numbers.ceilDiv(rows, BAND), threads, () -> planes, (from, band) -> {
			for (int y = band * BAND; y < Math.min(rows, (band + 1) * BAND); y++) {
				writeRow(from, y);
			}
		});
	}

	private void writeRow(Planes planes, int y) {
		int start = source(planes, 0, y);
		int step = columns > 1 ? source(planes, 1, y) - start : 1;
		for (int c = 0; c < channels; c++) {
			int extra = c - header.colourChannels();
			Depth depth = extra < 0 ? header.depth : header.extra[extra].depth();
			int to = y * columns * channels + c;
			int[] integers = planes.integers[c];
			if (integers != null) {
				writeIntegers(integers, start, step, depth, to);
			} else {
				writeFloats(planes.values[c], start, step, depth, to);
			}
		}
	}

	/** {@return where the pixel comes from that is to be in column x of row y} */
	private int source(Planes planes, int x, int y) {
		int orientation = header.orientation;
		int across = orientation > 4 ? y : x;
		int down = orientation > 4 ? x : y;
		boolean flippedX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
		boolean flippedY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
		return (flippedY ? planes.height - 1 - down : down) * planes.width
				+ (flippedX ? planes.width - 1 - across : across);
	}

	private void writeIntegers(int[] from, int start, int step, Depth depth, int to) {
		int most = depth.isFloat() ? Integer.MAX_VALUE : depth.most();
		int least = depth.isFloat() ? Integer.MIN_VALUE : 0;
		int at = start;
		int end = to + columns * channels;
		if (samples instanceof Samples.Bytes bytes) {
			for (int i = to; i < end; i += channels, at += step) {
				bytes.values()[i] = (byte) Numbers.clamp(from[at], least, most);
			}
		} else if (samples instanceof Samples.Shorts shorts) {
			for (int i = to; i < end; i += channels, at += step) {
				shorts.values()[i] = (short) Numbers.clamp(from[at], least, most);
			}
		} else if (samples instanceof Samples.Ints ints) {
			for (int i = to; i < end; i += channels, at += step) {
				ints.values()[i] = Numbers.clamp(from[at], least, most);
			}
		}
	}

	private void writeFloats(float[] from, int start, int step, Depth depth, int to) {
		int at = start;
		int end = to + columns * channels;
		float most = depth.isFloat() ? 1 : depth.most();
		int limit = depth.most();
		if (samples instanceof Samples.Bytes bytes) {
			byte[] values = bytes.values();
			for (int i = to; i < end; i += channels, at += step) {
				values[i] = (byte) Math.max(0, Math.min((int) (from[at] * most + 0.5f), limit));
			}
		} else if (samples instanceof Samples.Shorts shorts && !depth.isFloat()) {
			short[] values = shorts.values();
			for (int i = to; i < end; i += channels, at += step) {
				values[i] = (short) Math.max(0, Math.min((int) (from[at] * most + 0.5f), limit));
			}
		} else if (samples instanceof Samples.Ints ints) {
			for (int i = to; i < end; i += channels, at += step) {
				ints.values()[i] = depth.isFloat() ? Float.floatToIntBits(from[at])
						: (int) (Math.max(0, Math.min(from[at], 1)) * (double) most + 0.5);
			}
		}
	}
}
