package org.dicompreview.dicom;

/** Bytes in memory. For several threads. */
final class MemoryBytes implements InstanceBytes {

	private final byte[] bytes;

	/** @param bytes not copied */
	MemoryBytes(byte[] bytes) {
		this.bytes = bytes;
	}

	@Override
	public int read(long position, byte[] target, int offset, int length) {
		if (position >= bytes.length) {
			return 0;
		}
		int count = (int) Math.min(length, bytes.length - position);
		System.arraycopy(bytes, (int) position, target, offset, count);
		return count;
	}

	@Override
	public boolean isRandomAccess() {
		return true;
	}

	@Override
	public long size() {
		return bytes.length;
	}

	@Override
	public void close() {
		// nothing is held
	}
}
