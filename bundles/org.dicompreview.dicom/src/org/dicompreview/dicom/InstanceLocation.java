package org.dicompreview.dicom;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What identifies an instance wherever it lives: its source and the key within it. Two locations with both in common are
 * equal, whatever size and version they were last seen with. Sources make locations that take as little memory as they can;
 * {@link #of} makes plain ones. Immutable.
 *
 * @since 0.1.0
 */
public abstract class InstanceLocation {

	/** For sources. */
	protected InstanceLocation() {
	}

	/**
	 * {@return a plain location}
	 *
	 * @param source  where it lies
	 * @param key     the key within the source, with {@code /} between its parts
	 * @param size    number of bytes
	 * @param version what changes with the content, for example an ETag
	 */
	public static InstanceLocation of(InstanceSource source, String key, long size, String version) {
		return new PlainLocation(source, key, size, version);
	}

	/** {@return where it lies} */
	public abstract InstanceSource source();

	/** {@return the key within the source} */
	public abstract String key();

	/** {@return number of bytes when it was last seen} */
	public abstract long size();

	/** {@return what changes with the content when that is known before reading: a time, an ETag} */
	public abstract String version();

	/** {@return time of last modification in ms since 1970 when it was last seen; 0 where the source knows none} */
	public long lastModified() {
		return 0;
	}

	/** {@return a short name for people, what a file is called within its folder} */
	public String name() {
		return key().substring(key().lastIndexOf('/') + 1);
	}

	/** {@return what holds the instance within its source, what a folder is to a file; empty text if nothing does} */
	public String folder() {
		return key().substring(0, Math.max(0, key().lastIndexOf('/')));
	}

	/** {@return the file of this computer in which it lies: itself, or an archive; absent if it lies elsewhere} */
	public Optional<Path> file() {
		return Optional.empty();
	}

	/** {@return whether {@link #file()} holds more than this instance: it is an archive} */
	public boolean isInArchive() {
		return false;
	}

	/** {@return the archive in which it lies, where that is a location of its own; the archive may lie in another one} */
	public Optional<InstanceLocation> container() {
		return Optional.empty();
	}

	/** {@return whether the other location was last seen with the same size and version} */
	public boolean isSameVersion(InstanceLocation other) {
		return size() == other.size() && lastModified() == other.lastModified() && version().equals(other.version());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof InstanceLocation location && key().equals(location.key())
				&& source().equals(location.source());
	}

	@Override
	public int hashCode() {
		return key().hashCode();
	}

	/** {@return the whole place for people} */
	@Override
	public String toString() {
		return source().id() + '/' + key();
	}
}
