package org.dicompreview.ui.ide.internal.compare;

import java.util.Arrays;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;

/** One instance whose bytes are in memory: a revision of a repository or of the local history. */
final class MemorySource implements InstanceSource {

	private final byte[] bytes;

	private MemorySource(byte[] bytes) {
		this.bytes = bytes;
	}

	/** {@return the location of bytes} @param name for people @param bytes not copied */
	static InstanceLocation location(String name, byte[] bytes) {
		return InstanceLocation.of(new MemorySource(bytes), name, bytes.length, ""); //$NON-NLS-1$
	}

	@Override
	public String id() {
		return "memory:" + Integer.toHexString(hashCode()); //$NON-NLS-1$
	}

	@Override
	public InstanceBytes open(InstanceLocation location) {
		return InstanceBytes.of(bytes);
	}

	/** The same bytes are the same place, however often they are read. */
	@Override
	public boolean equals(Object other) {
		return other instanceof MemorySource source && Arrays.equals(bytes, source.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(bytes);
	}
}
