package org.dicompreview.ui.internal.folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a path really leads. Asks the disk: not for the UI thread. */
final class RealPath {

	private RealPath() {
	}

	/** {@return the path without links and as the file system spells it, as far as it exists} */
	static Path of(Path path) {
		Path absolute = path.toAbsolutePath();
		try {
			return absolute.toRealPath();
		} catch (IOException e) { // it does not exist, or somebody may not see it: what it lies in may be known
			Path parent = absolute.getParent();
			Path name = absolute.getFileName();
			return parent == null || name == null ? absolute : of(parent).resolve(name).normalize();
		}
	}

	/** {@return whether two paths lead to one place; a folder may have several names where case does not matter} */
	static boolean isSame(Path one, Path other) {
		if (of(one).equals(of(other))) {
			return true;
		}
		try {
			return Files.isDirectory(one) && Files.isSameFile(one, other);
		} catch (IOException e) { // one of them does not exist
			return false;
		}
	}
}
