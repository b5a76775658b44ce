package org.dicompreview.dcm4che.internal.decode;

import javax.imageio.stream.ImageInputStreamImpl;

import org.dicompreview.dicom.EncodedFrame;

/** The bytes of an encoded frame as an image stream that knows whether more was asked for. For one thread. */
final class FrameStream extends ImageInputStreamImpl {

	private final EncodedFrame frame;
	private boolean exhausted;

	FrameStream(EncodedFrame frame) {
		this.frame = frame;
	}

	/** {@return whether a reader wanted bytes behind the last one} */
	boolean isExhausted() {
		return exhausted;
	}

	@Override
	public long length() {
		return frame.length();
	}

	@Override
	public int read() {
		bitOffset = 0;
		if (streamPos < 0 || streamPos >= frame.length()) {
			exhausted = true;
			return -1;
		}
		return frame.bytes()[frame.offset() + (int) streamPos++] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		bitOffset = 0;
		if (streamPos < 0 || streamPos >= frame.length()) {
			exhausted = true;
			return -1;
		}
		int count = (int) Math.min(length, frame.length() - streamPos);
		System.arraycopy(frame.bytes(), frame.offset() + (int) streamPos, bytes, offset, count);
		streamPos += count;
		return count;
	}
}
