package org.dicompreview.app.internal.headless;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;

/** Stored values as little-endian bytes, rows from the top, samples interleaved by pixel. */
final class RawValues {

	private RawValues() {
	}

	/** {@return the values of a frame in the width that they have in memory: 8, 16, 32 or 64 bits} */
	static byte[] bytes(Frame frame) {
		Samples samples = frame.samples();
		if (samples instanceof Samples.Bytes bytes) {
			return bytes.values();
		}
		ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(samples.length(), samples.bytesPerValue()))
				.order(ByteOrder.LITTLE_ENDIAN);
		if (samples instanceof Samples.Shorts shorts) {
			buffer.asShortBuffer().put(shorts.values());
		} else if (samples instanceof Samples.Ints ints) {
			buffer.asIntBuffer().put(ints.values());
		} else if (samples instanceof Samples.Floats floats) {
			buffer.asFloatBuffer().put(floats.values());
		} else if (samples instanceof Samples.Doubles doubles) {
			buffer.asDoubleBuffer().put(doubles.values());
		}
		return buffer.array();
	}
}
