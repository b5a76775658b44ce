package org.dicompreview.series.internal.archive;

import java.nio.file.Path;
import java.util.Optional;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;

/** An entry of a TAR archive. */
final class TarLocation extends InstanceLocation {

	private final TarArchive archive;
	private final String key;
	private final long offset;
	private final long size;
	private final long modified;

	TarLocation(TarArchive archive, String key, long offset, long size, long modified) {
		this.archive = archive;
		this.key = key;
		this.offset = offset;
		this.size = size;
		this.modified = modified;
	}

	long offset() {
		return offset;
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
