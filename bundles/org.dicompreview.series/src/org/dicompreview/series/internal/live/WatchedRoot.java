package org.dicompreview.series.internal.live;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ChangeListener;
import org.dicompreview.series.internal.scan.FileOutcomes;
import org.dicompreview.series.internal.scan.FileOutcomes.Kind;

/** One root that is watched: what has changed below it, and what became of that. For the thread of the watch. */
final class WatchedRoot {

	/** How long a file has to stay as it is before it is read. */
	private static final long QUIET_NANOS = 150_000_000;
	/** So many files are read before the catalog hears of them. */
	private static final int BATCH = 256;
	/** Beyond so many changes the folder as a whole is looked over. */
	private static final int MOST_PENDING = 50_000;
	/** What is no instance is known by its stamp, so that it is read once only. */
	private static final int MOST_OTHERS = 100_000;

	private record Stamp(long size, long modified) {
		static Stamp of(BasicFileAttributes attributes) {
			return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
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
			pending.computeIfAbsent(path, key -> new Pending());
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
						|| entry.getValue().isAbandoned(now, patience)) {
					ready.add(path);
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

	private void remove(List<Path> gone) {
		if (gone.isEmpty()) {
			return;
		}
		List<InstanceLocation> locations = new ArrayList<>();
		for (Path path : gone) {
			others.remove(path);
			locations.add(FileLocation.unseen(path));
		}
		catalog.instances(root).stream().map(InstanceHeader::location)
				.filter(location -> location.file().filter(file -> isBelow(file, gone)).isPresent()).forEach(locations::add);
		catalog.remove(root, locations);
		gone.forEach(path -> listener.gone(FileLocation.unseen(path)));
	}

	/** {@return whether a file lies in a folder that is gone; cheap for the many cases in which files went} */
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
			if (outcome.mayGrow() && state != null && !state.isAbandoned(now, patience)) {
				state.notWhole();
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

	private void tell(FileOutcomes.What outcome) {
		remember(FileLocation.path(outcome.location()).orElseThrow(),
				new Stamp(outcome.location().size(), outcome.location().lastModified()));
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
		walk(folder, folders, (file, attributes) -> touch(file));
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
		boolean whole = walk(root, folders, (file, attributes) -> {
			FileLocation location = FileLocation.of(file, attributes);
			InstanceHeader header = known.remove(location);
			Stamp stamp = Stamp.of(attributes);
			if (header != null ? !header.location().isSameVersion(location) : isNews(file, stamp)) {
				changed.add(file);
			}
		});
		changed.forEach(this::touch);
		if (whole) {
			known.keySet().forEach(location -> FileLocation.path(location).ifPresent(this::touch));
			first = false;
		}
	}

	/** The scan before the watch has told of what is no instance, unless it was written since. */
	private boolean isNews(Path file, Stamp stamp) {
		if (first && stamp.modified() < begin - 2000) {
			remember(file, stamp);
			return false;
		}
		return !stamp.equals(others.get(file));
	}

	private interface FileVisitor {
		void visit(Path file, BasicFileAttributes attributes);
	}

	/** {@return whether all of it was seen} */
	private boolean walk(Path folder, Predicate<Path> folders, FileVisitor visitor) {
		boolean[] whole = { true };
		try {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
					folders.test(entered);
					return closed ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					if (attributes.isRegularFile()) {
						visitor.visit(file, attributes);
					}
					return closed ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException e) {
					whole[0] = false; // what is known of it stays
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path left, IOException e) {
					whole[0] &= e == null;
					return FileVisitResult.CONTINUE;
				}
			});
		} catch (IOException e) {
			return false;
		}
		return whole[0] && !closed;
	}
}
