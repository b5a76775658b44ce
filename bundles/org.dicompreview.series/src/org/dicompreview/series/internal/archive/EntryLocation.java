package org.dicompreview.series.internal.archive;

import java.nio.file.Path;
import java.util.Optional;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;

/** An entry of an archive. */
final class EntryLocation extends InstanceLocation {

	/** Says that an entry lies there as it is. */
	static final long STORED = -1;

	private final ArchiveEntries archive;
	private final String key;
	private final long offset;
	private final long packed;
	private final long size;
	private final long modified;

	/**
	 * @param key      its name, with {@code /} between its parts
	 * @param offset   where it begins
	 * @param packed   how many bytes there are, deflated; {@link #STORED} if they are not
	 * @param size     how many bytes it has
	 * @param modified in ms since 1970
	 */
	EntryLocation(ArchiveEntries archive, String key, long offset, long packed, long size, long modified) {
		this.archive = archive;
		this.key = key;
		this.offset = offset;
		this.packed = packed;
		this.size = size;
		this.modified = modified;
	}

	long offset() {
		return offset;
	}

	boolean isDeflated() {
		return packed != STORED;
	}

	/** {@return how many bytes lie in the archive} */
	long length() {
		return isDeflated() ? packed : size;
	}

	@Override
	public InstanceSource source() {
		return archive;
	}

	@Override
	public String key() {
		return key;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public long lastModified() {
		return modified;
	}

	/** Where an entry lies changes with the archive. */
	@Override
	public String version() {
		return archive.container().version() + '@' + offset;
	}

	@Override
	public Optional<Path> file() {
		return archive.container().file();
	}

	@Override
	public boolean isInArchive() {
		return true;
	}

	@Override
	public Optional<InstanceLocation> container() {
		return Optional.of(archive.container());
	}

	@Override
	public String toString() {
		return archive.container() + "/" + key; //$NON-NLS-1$
	}
}
