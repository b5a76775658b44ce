package org.dicompreview.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which a target writes its files, again and again. */
final class Scratch {

	private final Path folder;

	/** @param folder is made where it is missing; whoever named it removes it */
	Scratch(String folder) {
		this.folder = Path.of(folder).toAbsolutePath();
	}

	/** {@return a folder in it} @param name its name */
	Path folder(String name) throws IOException {
		return Files.createDirectories(folder.resolve(name));
	}
}
