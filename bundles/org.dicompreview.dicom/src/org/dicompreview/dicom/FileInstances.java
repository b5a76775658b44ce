package org.dicompreview.dicom;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a file system: of this computer, or of an archive that Java looks into.
 *
 * @param system the file system
 */
record FileInstances(FileSystem system) implements InstanceSource {

	private static final FileInstances LOCAL = new FileInstances(FileSystems.getDefault());

	/** {@return the files of a file system} */
	static FileInstances of(FileSystem system) {
		return system == LOCAL.system ? LOCAL : new FileInstances(system);
	}

	/** {@return the archive that a file system looks into: what it is called is its path} */
	static Path archive(FileSystem system) {
		return Path.of(system.toString());
	}

	@Override
	public String id() {
		return system == LOCAL.system ? "file:" : "archive:" + archive(system); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** A file of the default file system is read at random; one of another file system is streamed. */
	@Override
	public InstanceBytes open(InstanceLocation location) throws IOException {
		Path file = ((FileLocation) location).path();
		return system == LOCAL.system ? InstanceBytes.ofFile(file)
				: InstanceBytes.ofStream(() -> Files.newInputStream(file), Files.size(file), Long.MAX_VALUE);
	}
}
