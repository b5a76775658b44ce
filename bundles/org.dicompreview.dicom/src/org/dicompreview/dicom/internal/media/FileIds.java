package org.dicompreview.dicom.internal.media;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the files of File IDs (PS3.10 section 8.2) below a folder. Folders are listed once, and only if they must be.
 */
final class FileIds {

	private final Path root;
	private final Path realRoot;
	private final Set<Path> found = new LinkedHashSet<>();
	private final Set<String> missing = new LinkedHashSet<>();
	private final Map<Path, Map<String, Path>> listings = new HashMap<>();

	/**
	 * @param folder where the File IDs begin
	 * @throws IOException if it cannot be read
	 */
	FileIds(Path folder) throws IOException {
		root = folder;
		realRoot = folder.toRealPath();
	}

	/** {@return the files that were found, in the order in which they were added} */
	List<Path> found() {
		return new ArrayList<>(found);
	}

	/** {@return the File IDs for which there is no file} */
	List<String> missing() {
		return new ArrayList<>(missing);
	}

	/** Looks for the file of a File ID. @param parts names of folders and file */
	void add(List<String> parts) {
		Path file = resolve(parts);
		if (file != null && Files.isRegularFile(file) && isBelowRoot(file)) {
			found.add(file);
		} else {
			missing.add(String.join("/", parts)); //$NON-NLS-1$
		}
	}

	private Path resolve(List<String> parts) {
		Path path = root;
		for (String part : parts) {
			path = child(path, part);
			if (path == null) {
				return null;
			}
		}
		return path;
	}

	private Path child(Path folder, String name) {
		if (name.equals(".") || name.equals("..") || name.indexOf('\\') >= 0) { //$NON-NLS-1$ //$NON-NLS-2$
			return null;
		}
		try {
			Path exact = folder.resolve(name);
			if (folder.equals(exact.getParent()) && Files.exists(exact)) {
				return exact;
			}
		} catch (InvalidPathException e) {
			return null; // holds characters that no file name of this system can hold
		}
		Map<String, Path> names = listings.computeIfAbsent(folder, FileIds::list);
		Path found = names.get(name.toLowerCase(Locale.ROOT));
		return found != null ? found : names.get(stem(name));
	}

	/** {@return the entries of a folder by lower-case name, and by what remains without extension and version} */
	private static Map<String, Path> list(Path folder) {
		Map<String, Path> names = new HashMap<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				String name = entry.getFileName().toString();
				names.put(name.toLowerCase(Locale.ROOT), entry);
				names.putIfAbsent(stem(name), entry);
			}
		} catch (IOException e) {
			return Map.of(); // what cannot be listed cannot be found; it is reported as missing
		}
		return names;
	}

	private static String stem(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		int version = lower.indexOf(';');
		if (version > 0) {
			lower = lower.substring(0, version);
		}
		int dot = lower.lastIndexOf('.');
		return dot > 0 ? lower.substring(0, dot) : lower;
	}

	private boolean isBelowRoot(Path file) {
		try {
			return file.toRealPath().startsWith(realRoot);
		} catch (IOException e) {
			return false;
		}
	}
}
