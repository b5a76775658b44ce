package org.dicompreview.series.internal.archive;

import java.io.IOException;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;

/** The entries of a TAR archive. The same as another one of the same archive, however that is read. */
final class TarArchive implements InstanceSource {

	private final InstanceLocation container;
	private final Spooled spooled;

	/** @param spooled what it was expanded to; {@code null} if it is read in place */
	TarArchive(InstanceLocation container, Spooled spooled) {
		this.container = container;
		this.spooled = spooled;
	}

	InstanceLocation container() {
		return container;
	}

	@Override
	public String id() {
		return "tar:" + container; //$NON-NLS-1$
	}

	@Override
	public InstanceBytes open(InstanceLocation location) throws IOException {
		InstanceBytes all = spooled == null ? container.source().open(container) : spooled;
		return new Part(all, ((TarLocation) location).offset(), location.size());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof TarArchive archive && container.equals(archive.container);
	}

	@Override
	public int hashCode() {
		return container.hashCode();
	}

	/** A part of other bytes. */
	private record Part(InstanceBytes all, long start, long size) implements InstanceBytes {

		@Override
		public int read(long position, byte[] target, int offset, int length) throws IOException {
			return position >= size ? 0
					: all.read(start + position, target, offset, (int) Math.min(length, size - position));
		}

		@Override
		public boolean isRandomAccess() {
			return all.isRandomAccess();
		}

		@Override
		public void close() throws IOException {
			all.close();
		}
	}
}
