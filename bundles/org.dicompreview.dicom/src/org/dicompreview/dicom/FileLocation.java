package org.dicompreview.dicom;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * An instance in a file, on this computer or in another file system that Java can look into. Keeps folder and name apart, as
 * thousands of files have the folder in common.
 *
 * @since 0.1.0
 */
public final class FileLocation extends InstanceLocation {

	private final Path folder;
	private final Path name;
	private final long size;
	private final long lastModified;

	private FileLocation(Path folder, Path name, long size, long lastModified) {
		this.folder = folder;
		this.name = name;
		this.size = size;
		this.lastModified = lastModified;
	}

	/**
	 * {@return the location of a file}
	 *
	 * @param file the file
	 * @throws IOException if there is none, or its size and time cannot be read
	 */
	public static FileLocation of(Path file) throws IOException {
		return of(file, Files.readAttributes(file, BasicFileAttributes.class));
	}

	/** {@return the location of a file} @param attributes what is known of it */
	public static FileLocation of(Path file, BasicFileAttributes attributes) {
		return of(file, attributes.size(), attributes.lastModifiedTime().toMillis());
	}

	/**
	 * {@return the location of a file, or of one that once was there}
	 *
	 * @param file         the file
	 * @param size         its size in bytes
	 * @param lastModified in ms since 1970
	 */
	public static FileLocation of(Path file, long size, long lastModified) {
		Path name = file.getFileName();
		Path parent = name == null ? null : file.getParent();
		return new FileLocation(parent == null ? file.getFileSystem().getPath("") : parent, name == null ? file : name, //$NON-NLS-1$
				size, lastModified);
	}

	/** {@return the location of a file at which nobody has looked yet: without size and time} */
	public static FileLocation unseen(Path file) {
		return of(file, 0, 0);
	}

	/**
	 * {@return the location of a file, which shares its folder with others}
	 *
	 * @param folder     the folder
	 * @param name       the name within it
	 * @param attributes what is known of the file
	 */
	public static FileLocation in(Path folder, Path name, BasicFileAttributes attributes) {
		return new FileLocation(folder, name, attributes.size(), attributes.lastModifiedTime().toMillis());
	}

	/** {@return a folder of files} */
	public static InstanceFolder folder(Path folder) {
		FileSystem system = folder.getFileSystem();
		return (name, size, lastModified) -> new FileLocation(folder, system.getPath(name), size, lastModified);
	}

	/** {@return the path of an instance that is a file; absent if it is none} */
	public static Optional<Path> path(InstanceLocation location) {
		return location instanceof FileLocation file ? Optional.of(file.path()) : Optional.empty();
	}

	/** {@return the path of an instance that has to be a file} @throws IllegalArgumentException if it is none */
	public static Path require(InstanceLocation location) {
		return path(location).orElseThrow(() -> new IllegalArgumentException(location + " is no file")); //$NON-NLS-1$
	}

	/** {@return the path, on whatever file system it lies} */
	public Path path() {
		return folder.resolve(name);
	}

	@Override
	public InstanceSource source() {
		return FileInstances.of(folder.getFileSystem());
	}

	@Override
	public String key() {
		return path().toString();
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public long lastModified() {
		return lastModified;
	}

	@Override
	public String version() {
		return Long.toString(lastModified);
	}

	@Override
	public String name() {
		return name.toString();
	}

	@Override
	public String folder() {
		return folder.toString();
	}

	@Override
	public Optional<Path> file() {
		FileSystem system = folder.getFileSystem();
		return Optional.of(system == FileSystems.getDefault() ? path() : FileInstances.archive(system));
	}

	@Override
	public boolean isInArchive() {
		return folder.getFileSystem() != FileSystems.getDefault();
	}

	@Override
	public boolean isSameVersion(InstanceLocation other) {
		return size == other.size() && lastModified == other.lastModified();
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof FileLocation file && name.equals(file.name)
				&& (folder == file.folder || path().equals(file.path()));
	}

	@Override
	public int hashCode() {
		return path().hashCode();
	}

	@Override
	public String toString() {
		return path().toString();
	}
}
