package org.dicompreview.series.internal.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;

/** The entries of an archive. The same as those of another one with the same location, however they are read. */
final class ArchiveEntries implements InstanceSource {

	private final InstanceLocation container;
	private final Spooled spooled;
	private final Expansion expansion;

	/** Entries that are read where they lie. */
	ArchiveEntries(InstanceLocation container) {
		this.container = container;
		this.spooled = null;
		this.expansion = null;
	}

	/**
	 * Entries that are read from what they were expanded to.
	 *
	 * @param spooled   has them
	 * @param expansion lives as long as one of them
	 */
	ArchiveEntries(InstanceLocation container, Spooled spooled, Expansion expansion) {
		this.container = container;
		this.spooled = spooled;
		this.expansion = expansion;
	}

	InstanceLocation container() {
		return container;
	}

	/** {@return what else came out of the archive; {@code null} if they are read where they lie} */
	Expansion expansion() {
		return expansion;
	}

	@Override
	public String id() {
		return "archive:" + container; //$NON-NLS-1$
	}

	@Override
	public InstanceBytes open(InstanceLocation location) throws IOException {
		EntryLocation entry = (EntryLocation) location;
		InstanceBytes all = spooled == null ? container.source().open(container) : spooled.open();
		InstanceBytes part = new Part(all, entry.offset(), entry.length());
		return entry.isDeflated() ? new Deflated(part, InstanceBytes.ofStream(() -> inflate(part, entry.size()), entry.size(),
				entry.size())) : part;
	}

	private static InputStream inflate(InstanceBytes part, long size) {
		return new Limited(new Inflated(part.stream(0)), size);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ArchiveEntries entries && container.equals(entries.container);
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

	/** What a part inflates to. */
	private record Deflated(InstanceBytes part, InstanceBytes inflated) implements InstanceBytes {

		@Override
		public int read(long position, byte[] target, int offset, int length) throws IOException {
			return inflated.read(position, target, offset, (int) Math.max(0, Math.min(length, size() - position)));
		}

		@Override
		public long size() {
			return inflated.size();
		}

		@Override
		public void close() throws IOException {
			try {
				inflated.close();
			} finally {
				part.close();
			}
		}
	}

	/** Inflates without the wrapping of zlib. */
	private static final class Inflated extends InflaterInputStream {

		Inflated(InputStream packed) {
			super(packed, new Inflater(true), 1 << 13);
		}

		@Override
		public void close() throws IOException {
			super.close();
			inf.end();
		}
	}

	/** Ends where an entry says that it does, whatever follows. */
	private static final class Limited extends FilterInputStream {

		private long left;

		Limited(InputStream stream, long size) {
			super(stream);
			left = size;
		}

		@Override
		public int read() throws IOException {
			int read = left > 0 ? in.read() : -1;
			left -= read < 0 ? 0 : 1;
			return read;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = left > 0 ? in.read(target, offset, (int) Math.min(length, left)) : -1;
			left -= Math.max(0, read);
			return read;
		}

		@Override
		public long skip(long count) throws IOException {
			long skipped = in.skip(Math.min(count, left));
			left -= skipped;
			return skipped;
		}
	}
}
