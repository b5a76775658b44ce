package org.dicompreview.dicomweb.internal.archive;

import org.dicompreview.dicom.InstanceBytes;

/**
 * The beginning of a file up to its pixel data, which are as long as they are in the archive but hold nothing.
 *
 * @param head the beginning; not copied
 * @param size with the pixel data
 */
record HeadBytes(byte[] head, long size) implements InstanceBytes {

	@Override
	public int read(long position, byte[] target, int offset, int length) {
		int there = (int) Math.max(0, Math.min(length, head.length - position));
		if (there > 0) {
			System.arraycopy(head, (int) position, target, offset, there);
		}
		return there;
	}

	@Override
	public boolean isRandomAccess() {
		return true;
	}

	@Override
	public void close() {
		// nothing is open
	}
}
