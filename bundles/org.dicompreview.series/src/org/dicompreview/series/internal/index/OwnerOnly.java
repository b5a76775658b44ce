package org.dicompreview.series.internal.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Folders and files that nobody but their owner reads: headers name patients. */
final class OwnerOnly {

	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------"); //$NON-NLS-1$
	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------"); //$NON-NLS-1$

	private OwnerOnly() {
	}

	/**
	 * Makes a folder if it is missing.
	 *
	 * @throws IOException if it cannot be made, or others could read it
	 */
	static void folder(Path folder) throws IOException {
		Files.createDirectories(folder);
		restrict(folder, FOLDER);
	}

	/**
	 * Makes an empty file if it is missing, in a folder of this kind.
	 *
	 * @throws IOException if it cannot be made, or others could read it
	 */
	static void file(Path file) throws IOException {
		if (Files.notExists(file)) {
			Files.createFile(file);
		}
		restrict(file, FILE);
	}

	private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
		PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
		if (posix != null) {
			posix.setPermissions(permissions);
			if (!permissions.containsAll(posix.readAttributes().permissions())) { // some file systems keep none, and say nothing
				throw readable(path);
			}
		} else if (list != null) {
			restrict(list, Files.isDirectory(path));
		} else {
			throw readable(path);
		}
	}

	/** Leaves one entry, for the owner; what is made in a folder inherits it. */
	static void restrict(AclFileAttributeView view, boolean folder) throws IOException {
		view.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(view.getOwner())
				.setPermissions(EnumSet.allOf(AclEntryPermission.class))
				.setFlags(folder ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
						: EnumSet.noneOf(AclEntryFlag.class))
				.build()));
	}

	private static IOException readable(Path path) {
		return new IOException("others could read " + path); //$NON-NLS-1$
	}
}
