package org.dicompreview.codec.internal.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.dicom.EncodedFrame;

/**
 * The segments of an RLE frame (PS3.5 G.5).
 *
 * @param starts index in the frame's array of the first byte of each segment
 * @param ends   index after the last byte of each; the same as the start where a segment is missing
 */
record RleHeader(int[] starts, int[] ends) {

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	private static final int LENGTH = 64;
	private static final int MOST = LENGTH / Integer.BYTES - 1;

	/**
	 * Reads the header. Segments may lie in any order.
	 *
	 * @param needed number of segments that the image asks for
	 * @throws DecodeException if there is no header, or none of the segments lies in the frame
	 */
	static RleHeader read(EncodedFrame frame, int needed, Damage damage) throws DecodeException {
		if (frame.length() <= LENGTH) {
			throw new DecodeException(RleText.FRAME_TOO_SHORT, frame.length());
		}
		if (needed > MOST) {
			throw new DecodeException(RleText.TOO_MANY_SEGMENTS, needed);
		}
		long count = (int) INT.get(frame.bytes(), frame.offset()) & 0xFFFFFFFFL;
		long[] offsets = new long[MOST];
		for (int i = 0; i < MOST; i++) {
			offsets[i] = (int) INT.get(frame.bytes(), frame.offset() + (i + 1) * Integer.BYTES) & 0xFFFFFFFFL;
		}
		int listed = listed(offsets, frame.length());
		if (listed == 0) {
			throw new DecodeException(RleText.FIRST_SEGMENT, offsets[0], frame.length());
		}
		if (count != needed || listed < needed) {
			damage.report(RleText.SEGMENT_COUNT, count, listed, needed);
		}
		return locate(frame, Arrays.copyOf(offsets, Math.min(listed, needed)), needed);
	}

	/** {@return the runs of a segment} */
	PackBits runs(EncodedFrame frame, int segment) {
		return new PackBits(frame.bytes(), starts[segment], ends[segment]);
	}

	/** The number of offsets, from the first on, that lie behind the header and within the frame. */
	private static int listed(long[] offsets, int length) {
		int listed = 0;
		while (listed < offsets.length && offsets[listed] >= LENGTH && offsets[listed] < length) {
			listed++;
		}
		return listed;
	}

	private static RleHeader locate(EncodedFrame frame, long[] offsets, int needed) {
		int[] starts = new int[needed];
		int[] ends = new int[needed];
		for (int i = 0; i < offsets.length; i++) {
			long end = frame.length();
			for (long other : offsets) {
				if (other > offsets[i] && other < end) {
					end = other;
				}
			}
			starts[i] = frame.offset() + (int) offsets[i];
			ends[i] = frame.offset() + (int) end;
		}
		return new RleHeader(starts, ends);
	}
}
