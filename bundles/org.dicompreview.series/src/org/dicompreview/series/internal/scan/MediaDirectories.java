package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
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

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.internal.Messages;

/**
 * Looks for what a DICOMDIR lists in vain. What it lists rightly lies below its own folder (PS3.10 section 8.6), where
 * the scan finds it anyway, together with what it does not list.
 */
final class MediaDirectories {

	private static final int DEEPEST = 8;

	private final List<DicomReader> readers;
	private final ReadLimits limits;
	/** For each folder, its entries by their comparable names. */
	private final Map<Path, Map<String, Path>> folders = new HashMap<>();

	MediaDirectories(List<DicomReader> readers, ReadLimits limits) {
		this.readers = readers;
		this.limits = limits;
	}

	/** {@return a report for each file that is listed but missing, and for a directory that cannot be read} */
	List<Outcome> missing(Path directory) {
		List<Outcome> outcomes = new ArrayList<>();
		Path folder = directory.toAbsolutePath().getParent();
		try {
			for (List<String> parts : listed(directory)) {
				Path file = find(folder, parts);
				if (file == null) {
					outcomes.add(new Outcome.Broken(named(directory, parts), Messages.text("broken.listed"))); //$NON-NLS-1$
				}
			}
		} catch (IOException e) {
			outcomes.add(Problems.of(directory, e));
		}
		return outcomes;
	}

	private Set<List<String>> listed(Path directory) throws IOException {
		IOException problem = null;
		for (DicomReader reader : readers) {
			try {
				Set<List<String>> files = new LinkedHashSet<>();
				for (Attributes item : reader.readDataSet(directory, limits).items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
					List<String> parts = item.strings(Tag.REFERENCED_FILE_ID);
					if (!parts.isEmpty() && !parts.get(0).isEmpty()) {
						files.add(parts);
					}
				}
				return files;
			} catch (IOException e) {
				problem = e;
			}
		}
		throw problem == null ? new IOException(Messages.text("broken.noReader")) : problem; //$NON-NLS-1$
	}

	/** {@return the file that is meant, whatever the case of its name; {@code null} if there is none} */
	private Path find(Path folder, List<String> parts) {
		if (parts.size() > DEEPEST) {
			return null;
		}
		Path place = folder;
		for (String part : parts) {
			place = folders.computeIfAbsent(place, MediaDirectories::entries).get(comparable(part));
			if (place == null) {
				return null;
			}
		}
		return place;
	}

	private static Map<String, Path> entries(Path folder) {
		Map<String, Path> entries = new HashMap<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			stream.forEach(entry -> entries.put(comparable(entry.getFileName().toString()), entry));
		} catch (IOException | DirectoryIteratorException e) {
			return Map.of(); // a folder that cannot be listed was reported when it was walked
		}
		return entries;
	}

	/** Names on discs come in capitals, with a version or a final dot, or without. */
	private static String comparable(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		int version = lower.indexOf(';');
		String plain = version > 0 ? lower.substring(0, version) : lower;
		return plain.length() > 1 && plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain; //$NON-NLS-1$
	}

	/** {@return how the missing file would be called, always inside the folder of the directory} */
	private static Path named(Path directory, List<String> parts) {
		String name = String.join("/", parts).replace("..", "_"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		try {
			return directory.resolveSibling(name.startsWith("/") ? '_' + name : name); //$NON-NLS-1$
		} catch (InvalidPathException e) {
			return directory; // a name that this file system does not even allow
		}
	}
}
