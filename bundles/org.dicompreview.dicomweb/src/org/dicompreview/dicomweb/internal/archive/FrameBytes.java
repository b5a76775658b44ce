package org.dicompreview.dicomweb.internal.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A frame as an archive gave it.
 *
 * @param syntax UID of its transfer syntax; empty text if the archive did not say
 * @param bytes  the frame; not copied
 */
record FrameBytes(String syntax, byte[] bytes) {

	private static final int LONGEST_UID = 64;

	/** {@return this for the cache} */
	byte[] packed() {
		byte[] uid = syntax.getBytes(StandardCharsets.US_ASCII);
		return ByteBuffer.allocate(1 + uid.length + bytes.length).put((byte) uid.length).put(uid).put(bytes).array();
	}

	/** {@return what was packed; {@code null} if it is damaged} */
	static FrameBytes unpacked(byte[] packed) {
		if (packed.length == 0 || packed[0] < 0 || packed[0] > LONGEST_UID || packed.length < 1 + packed[0]) {
			return null;
		}
		return new FrameBytes(new String(packed, 1, packed[0], StandardCharsets.US_ASCII),
				Arrays.copyOfRange(packed, 1 + packed[0], packed.length));
	}
}
