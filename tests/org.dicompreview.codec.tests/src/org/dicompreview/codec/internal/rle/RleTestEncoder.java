package org.dicompreview.codec.internal.rle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A plain RLE encoder (PS3.5 annex G) for tests. */
public final class RleTestEncoder {

	private RleTestEncoder() {
	}

	/** Splits values, interleaved by pixel, to segments: the highest byte of the first sample first. */
	public static List<byte[]> segments(int[] values, int samples, int bytesPerValue) {
		List<byte[]> result = new ArrayList<>();
		for (int sample = 0; sample < samples; sample++) {
			for (int order = bytesPerValue - 1; order >= 0; order--) {
				byte[] segment = new byte[values.length / samples];
				for (int i = 0; i < segment.length; i++) {
					segment[i] = (byte) (values[i * samples + sample] >> 8 * order);
				}
				result.add(segment);
			}
		}
		return result;
	}

	/** Runs of at least three equal bytes become replicates, the rest literals. */
	public static byte[] pack(byte[] data) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int literal = 0;
		for (int i = 0; i < data.length;) {
			int run = i;
			while (run < data.length && run - i < 128 && data[run] == data[i]) {
				run++;
			}
			if (run - i >= 3) {
				literals(out, data, literal, i);
				out.write(1 - (run - i));
				out.write(data[i]);
				literal = run;
			}
			i = run;
		}
		literals(out, data, literal, data.length);
		if (out.size() % 2 != 0) {
			out.write(0);
		}
		return out.toByteArray();
	}

	private static void literals(ByteArrayOutputStream out, byte[] data, int from, int to) {
		for (int i = from; i < to; i += 128) {
			int count = Math.min(128, to - i);
			out.write(count - 1);
			out.write(data, i, count);
		}
	}

	/** The header and the segments, stored in the order that {@code storage} gives. */
	public static byte[] frame(List<byte[]> segments, int... storage) {
		byte[][] packed = segments.stream().map(RleTestEncoder::pack).toArray(byte[][]::new);
		int length = 64;
		for (byte[] each : packed) {
			length += each.length;
		}
		ByteBuffer frame = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(packed.length)
				.position(64);
		for (int i = 0; i < packed.length; i++) {
			int segment = storage.length == 0 ? i : storage[i];
			frame.putInt(4 + 4 * segment, frame.position());
			frame.put(packed[segment]);
		}
		return frame.array();
	}
}
