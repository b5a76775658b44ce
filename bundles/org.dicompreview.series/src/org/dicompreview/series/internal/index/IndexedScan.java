package org.dicompreview.series.internal.index;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.internal.index.FolderRecord.Stamp;

/**
 * The part of the index in one scan: says what is known of a file, and remembers what became of it. Files come folder
 * by folder, and what became of them comes in the same order, though later. For one thread.
 */
public final class IndexedScan {

	/** A file that was changed so shortly before may change again without a trace in its time. */
	private static final long YOUNG_MILLIS = 2000;

	/** What is known of a file: a header, or that it is foreign. */
	public record Known(Optional<InstanceHeader> header) {
	}

	private static final class Folder {
		private final FolderRecord before;
		private final Map<String, InstanceHeader> headers = new HashMap<>();

		Folder(FolderRecord before) {
			this.before = before;
			before.headers().forEach(header -> headers.put(header.location().name(), header));
		}
	}

	private final StoredIndex index;
	private final Path root;
	private final long young;
	private final Map<Path, Folder> pending = new HashMap<>();
	private final Set<Path> seen = new HashSet<>();
	private Path listed;
	private Folder listedFolder;
	private Path reported;
	private FolderRecord.Builder builder;
	private int remembered;
	private boolean changed;

	/**
	 * @param index the index
	 * @param root  the folder that is scanned
	 * @param now   the time in ms since 1970
	 */
	public IndexedScan(StoredIndex index, Path root, long now) {
		this.index = index;
		this.root = root;
		this.young = now - YOUNG_MILLIS;
	}

	/** {@return what is known of a file as it is now; absent if nothing is} */
	public Optional<Known> known(FileLocation location) {
		Path file = location.path();
		if (file.getFileSystem() != FileSystems.getDefault()) {
			return Optional.empty();
		}
		Path folder = file.getParent();
		if (!folder.equals(listed)) {
			listed = folder;
			listedFolder = pending.computeIfAbsent(folder, key -> new Folder(index.get(key)));
		}
		String name = name(file);
		Stamp stamp = stamp(location);
		InstanceHeader header = listedFolder.headers.get(name);
		if (header != null && header.location().size() == stamp.size() && header.location().lastModified() == stamp.lastModified()) {
			return Optional.of(new Known(Optional.of(header)));
		}
		return stamp.equals(listedFolder.before.foreign().get(name)) ? Optional.of(new Known(Optional.empty()))
				: Optional.empty();
	}

	/** A file is an instance. @param known whether that was known before */
	public void found(Path file, InstanceHeader header, boolean known) {
		if (enter(file) && header.location().lastModified() < young) {
			builder.add(header);
			note(known);
		}
	}

	/** A file is foreign. @param known whether that was known before */
	public void foreign(FileLocation location, boolean known) {
		Path file = location.path();
		Stamp stamp = stamp(location);
		if (enter(file) && stamp.lastModified() < young) {
			builder.add(name(file), stamp);
			note(known);
		}
	}

	private void note(boolean known) {
		remembered++;
		changed |= !known;
	}

	private boolean enter(Path file) {
		if (file.getFileSystem() != FileSystems.getDefault()) {
			return false;
		}
		Path folder = file.getParent();
		if (!folder.equals(reported)) {
			leave();
			reported = folder;
			builder = new FolderRecord.Builder();
			seen.add(folder.toAbsolutePath());
		}
		return true;
	}

	private void leave() {
		if (reported == null) {
			return;
		}
		Folder folder = pending.remove(reported);
		if (changed || folder != null && remembered != folder.before.size()) {
			index.put(reported, builder.build());
		}
		reported = null;
		remembered = 0;
		changed = false;
	}

	/** The scan is over. @param complete whether it has seen everything, so that the rest can be forgotten */
	public void finish(boolean complete) {
		if (complete) {
			leave();
			index.retain(root, seen);
		}
		index.commit();
	}

	private static Stamp stamp(FileLocation location) {
		return new Stamp(location.size(), location.lastModified());
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}
}
