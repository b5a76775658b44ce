package org.dicompreview.series.internal.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ChangeListener;
import org.dicompreview.series.internal.scan.FileOutcomes;
import org.dicompreview.series.internal.scan.FileOutcomes.Kind;
import org.dicompreview.series.internal.scan.FolderLook;

/** One root that is watched: what has changed below it, and what became of that. For the thread of the watch. */
final class WatchedRoot {

	/** How long a file has to stay as it is before it is read. */
	private static final long QUIET_NANOS = 150_000_000;
	/** … and one with others in it, before these are looked for. */
	private static final long CONTAINER_QUIET_NANOS = 2_000_000_000;
	/** So many files are read before the catalog hears of them. */
	private static final int BATCH = 256;
	/** Beyond so many changes the folder as a whole is looked over. */
	private static final int MOST_PENDING = 50_000;
	/** What is no instance is known by its stamp, so that it is read once only. */
	private static final int MOST_OTHERS = 100_000;

	private record Stamp(long size, long modified) {
		static Stamp of(InstanceLocation file) {
			return new Stamp(file.size(), file.lastModified());
		}
	}

	private final Path root;
	private final Catalog catalog;
	private final FileOutcomes outcomes;
	private final ChangeListener listener;
	private final long patience;
	private final Map<Path, Pending> pending = new LinkedHashMap<>();
	private final Map<Path, Stamp> others = new HashMap<>();
	private final long begin = System.currentTimeMillis();
	private boolean first = true;
	private boolean overflow = true;
	private volatile boolean closed;

	/** @param patience how long a damaged file has to stay as it is before it counts as damaged, in ns */
	WatchedRoot(Path root, Catalog catalog, FileOutcomes outcomes, ChangeListener listener, long patience) {
		this.root = root;
		this.catalog = catalog;
		this.outcomes = outcomes;
		this.listener = listener;
		this.patience = patience;
	}

	Path root() {
		return root;
	}

	void close() {
		closed = true;
	}

	boolean isClosed() {
		return closed;
	}

	/** Something happened at a path. */
	void touch(Path path) {
		if (pending.size() >= MOST_PENDING) {
			overflow = true;
			pending.clear();
		} else if (!overflow) {
			pending.computeIfAbsent(path, key -> new Pending(patience));
		}
	}

	/** So much happened that it is not known what. */
	void touchAll() {
		overflow = true;
	}

	/** {@return whether there is something to do} */
	boolean isBusy() {
		return overflow || !pending.isEmpty();
	}

	/**
	 * Does what is to be done now.
	 *
	 * @param folders hears of each folder that is there, and says whether changes in it will be told
	 */
	void work(Predicate<Path> folders) {
		if (overflow && !closed) {
			overflow = false;
			lookOver(folders);
		}
		List<Path> ready = new ArrayList<>();
		List<Path> gone = new ArrayList<>();
		long now = System.nanoTime();
		for (Map.Entry<Path, Pending> entry : List.copyOf(pending.entrySet())) {
			if (closed) {
				return;
			}
			Path path = entry.getKey();
			try {
				BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
				if (attributes.isDirectory()) {
					pending.remove(path);
					enter(path, folders);
				} else if (!attributes.isRegularFile()) {
					pending.remove(path);
				} else if (entry.getValue().isReady(attributes, now, QUIET_NANOS)
						|| entry.getValue().isAbandoned(now)) {
					add(path, ready);
				}
			} catch (NoSuchFileException e) {
				pending.remove(path);
				gone.add(path);
			} catch (IOException e) {
				ready.add(path); // reading it says why
			}
		}
		remove(gone);
		for (int i = 0; i < ready.size() && !closed; i += BATCH) {
			read(ready.subList(i, Math.min(ready.size(), i + BATCH)));
		}
	}

	private void add(Path path, List<Path> ready) throws IOException {
		if (FolderLook.isSeenElsewhere(root, path)) {
			pending.remove(path);
		} else {
			ready.add(path);
		}
	}

	private void remove(List<Path> gone) {
		if (gone.isEmpty()) {
			return;
		}
		List<InstanceLocation> known = catalog.instances(root).stream().map(InstanceHeader::location).toList();
		Set<InstanceLocation> files = new HashSet<>(known);
		List<InstanceLocation> locations = new ArrayList<>();
		List<Path> folders = new ArrayList<>();
		for (Path path : gone) {
			FileLocation location = FileLocation.unseen(path);
			locations.add(location);
			if (others.remove(path) == null && !files.contains(location)) {
				folders.add(path);
			}
		}
		known.stream().filter(location -> location.file().filter(file -> isBelow(file, folders)).isPresent())
				.forEach(locations::add);
		catalog.remove(root, locations);
		gone.forEach(path -> listener.gone(FileLocation.unseen(path)));
	}

	/** {@return whether a file lies in a folder that is gone} */
	private static boolean isBelow(Path file, List<Path> gone) {
		for (Path path : gone) {
			if (file.getNameCount() > path.getNameCount() && file.startsWith(path)) {
				return true;
			}
		}
		return false;
	}

	private void read(List<Path> files) {
		List<InstanceHeader> found = new ArrayList<>();
		List<FileOutcomes.What> rest = new ArrayList<>();
		long now = System.nanoTime();
		for (Path file : files) {
			FileOutcomes.What outcome = outcomes.of(file);
			Pending state = pending.get(file);
			if (outcome.mayGrow() && state != null && !state.isAbandoned(now, patience(outcome))) {
				state.notWhole(patience(outcome));
				continue;
			}
			pending.remove(file);
			if (outcome.kind() == Kind.FOUND) {
				others.remove(file);
				found.add(outcome.header());
			} else {
				rest.add(outcome);
			}
		}
		if (closed) {
			return;
		}
		if (!found.isEmpty()) {
			catalog.add(root, found);
			if (closed) { // just now: if it has been opened again, that watch finds them anew
				catalog.remove(root, found.stream().map(InstanceHeader::location).toList());
				return;
			}
			listener.found(found);
		}
		if (!rest.isEmpty()) {
			catalog.remove(root, rest.stream().map(FileOutcomes.What::location).toList());
			rest.forEach(this::tell);
		}
	}

	/** What is an archive by its name may be only half of it; that is not found out by reading it again and again. */
	private long patience(FileOutcomes.What outcome) {
		return outcome.kind() == Kind.CONTAINER ? Math.min(patience, CONTAINER_QUIET_NANOS) : patience;
	}

	private void tell(FileOutcomes.What outcome) {
		remember(FileLocation.path(outcome.location()).orElseThrow(),
				Stamp.of(outcome.location()));
		switch (outcome.kind()) {
			case BROKEN -> listener.broken(outcome.location(), outcome.problem());
			case FOREIGN -> listener.foreign(outcome.location());
			case GONE -> listener.gone(outcome.location());
			default -> listener.needsScan();
		}
	}

	private void remember(Path file, Stamp stamp) {
		if (others.size() < MOST_OTHERS) {
			others.put(file, stamp);
		}
	}

	/** A folder came: nobody tells of what was in it before it was watched. */
	private void enter(Path folder, Predicate<Path> folders) {
		look(folder, folders, file -> touch(file.path()));
	}

	/** Compares all files with what is known of them. */
	private void lookOver(Predicate<Path> folders) {
		Map<InstanceLocation, InstanceHeader> known = new HashMap<>();
		for (InstanceHeader header : catalog.instances(root)) {
			if (!header.location().isInArchive()) {
				known.put(header.location(), header);
			}
		}
		List<Path> changed = new ArrayList<>();
		boolean whole = look(root, folders, location -> {
			InstanceHeader header = known.remove(location);
			if (header != null ? !header.location().isSameVersion(location) : isNews(location)) {
				changed.add(location.path());
			}
		});
		changed.forEach(this::touch);
		if (whole) {
			known.keySet().forEach(location -> FileLocation.path(location).ifPresent(this::touch));
			first = false;
		}
	}

	/** The scan before the watch has told of what is no instance, unless it was written since. */
	private boolean isNews(FileLocation file) {
		Stamp stamp = Stamp.of(file);
		if (first && stamp.modified() < begin - 2000) {
			remember(file.path(), stamp);
			return false;
		}
		return !stamp.equals(others.get(file.path()));
	}

	/** {@return whether all of it was seen} */
	private boolean look(Path start, Predicate<Path> folders, Consumer<FileLocation> files) {
		return FolderLook.over(root, start, new FolderLook.Visitor() {
			@Override
			public void folder(Path folder) {
				folders.test(folder);
			}

			@Override
			public void file(FileLocation file) {
				files.accept(file);
			}

			@Override
			public boolean cancelled() {
				return closed;
			}
		});
	}
}
