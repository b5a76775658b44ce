package org.dicompreview.series.internal.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.dicompreview.series.Catalog;
import org.dicompreview.series.ChangeListener;
import org.dicompreview.series.internal.scan.FileOutcomes;

/**
 * Watches all open folders with one thread and one watch service. What the system tells of is looked at as soon as nobody
 * writes it any more; folders of which nothing is told, such as those of a network share, are looked over from time to time,
 * the more seldom the longer that takes. Nothing runs while no folder is watched.
 */
public final class LiveFolders implements Closeable {

	private static final System.Logger LOG = System.getLogger(LiveFolders.class.getName());
	private static final long PATIENCE_NANOS = 10_000_000_000L;
	/** How often changed files are looked at again until they are whole. */
	private static final long STEP_MILLIS = 100;
	private static final long IDLE_MILLIS = 1000;
	private static final long POLL_NANOS = 5_000_000_000L;
	/** Polling takes no more than one part in so many of the time. */
	private static final int POLL_SHARE = 20;
	/** A folder more is polled: systems have limits of their own, which others need too. */
	private static final int MOST_WATCHED = 4096;
	private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smbfs", "smb2", "smb3", "afs", "9p", "ncpfs", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$
			"afpfs", "webdav"); //$NON-NLS-1$ //$NON-NLS-2$

	/** A root as the thread sees it. */
	private static final class Entry {
		private final WatchedRoot root;
		private final boolean told;
		private boolean polled;
		private long nextPoll;

		Entry(WatchedRoot root, boolean told) {
			this.root = root;
			this.told = told;
			this.polled = !told;
		}
	}

	private final long patience;
	private final boolean told;
	private final List<Entry> entries = new ArrayList<>();
	private final Map<WatchKey, Path> keys = new HashMap<>();
	private Thread thread;
	private WatchService service;

	/** Makes the watch. */
	public LiveFolders() {
		this(PATIENCE_NANOS, true);
	}

	/**
	 * @param patience how long a damaged file has to stay as it is before it counts as damaged, in ns
	 * @param told     whether to rely on what the system tells
	 */
	LiveFolders(long patience, boolean told) {
		this.patience = patience;
		this.told = told;
	}

	/**
	 * Watches a root until the result is closed.
	 *
	 * @param root     the folder
	 * @param catalog  is kept up to date
	 * @param outcomes reads files
	 * @param listener hears of it
	 */
	public Closeable watch(Path root, Catalog catalog, FileOutcomes outcomes, ChangeListener listener) {
		WatchedRoot watched = new WatchedRoot(root, catalog, outcomes, listener, patience);
		synchronized (this) {
			entries.add(new Entry(watched, told && isTold(root)));
			if (thread == null) {
				thread = new Thread(this::run, "DICOM folder watch"); //$NON-NLS-1$
				thread.setDaemon(true);
				thread.setPriority(Thread.NORM_PRIORITY - 1);
				thread.start();
			}
		}
		return () -> close(watched);
	}

	private void close(WatchedRoot watched) {
		watched.close();
		synchronized (this) {
			entries.removeIf(entry -> entry.root == watched);
			if (entries.isEmpty() && thread != null) {
				thread.interrupt();
			}
		}
	}

	@Override
	public synchronized void close() {
		entries.forEach(entry -> entry.root.close());
		entries.clear();
		if (thread != null) {
			thread.interrupt();
		}
	}

	/** {@return whether the system tells of changes of a folder: others may change a network share without a word} */
	private static boolean isTold(Path root) {
		try {
			String type = Files.getFileStore(root).type().toLowerCase(Locale.ROOT);
			return root.getFileSystem() == FileSystems.getDefault() && !NETWORK.contains(type) && !type.startsWith("fuse"); //$NON-NLS-1$
		} catch (IOException e) {
			return false;
		}
	}

	private synchronized List<Entry> entries() {
		keys.entrySet().removeIf(each -> {
			boolean unwanted = entries.stream().noneMatch(entry -> each.getValue().startsWith(entry.root.root()));
			if (unwanted) {
				each.getKey().cancel();
			}
			return unwanted;
		});
		if (entries.isEmpty()) {
			thread = null; // the next root starts another one
		}
		return List.copyOf(entries);
	}

	private void run() {
		WatchService mine = null;
		try {
			mine = open();
			Map<WatchKey, Path> none = keys;
			synchronized (this) {
				none.clear();
				service = mine;
			}
			for (List<Entry> all = entries(); !all.isEmpty(); all = entries()) {
				take(mine, all, all.stream().anyMatch(entry -> entry.root.isBusy()) ? STEP_MILLIS : IDLE_MILLIS);
				all.forEach(this::work);
			}
		} finally {
			if (mine != null) {
				closeService(mine);
			}
		}
	}

	private static WatchService open() {
		try {
			return FileSystems.getDefault().newWatchService();
		} catch (IOException | UnsupportedOperationException e) { // too many of them on this system: all is polled
			LOG.log(System.Logger.Level.INFO, "folders are polled", e); //$NON-NLS-1$
			return null;
		}
	}

	private static void closeService(WatchService service) {
		try {
			service.close();
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, "closing the watch of folders", e); //$NON-NLS-1$
		}
	}

	/** Waits for something to happen, but not long; then gathers for a moment what else does. */
	private void take(WatchService from, List<Entry> all, long millis) {
		try {
			if (from == null) {
				TimeUnit.MILLISECONDS.sleep(millis);
				return;
			}
			long end = 0;
			for (WatchKey key = from.poll(millis, TimeUnit.MILLISECONDS); key != null; key = poll(from, end)) {
				end = end == 0 ? System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STEP_MILLIS) : end;
				Path folder = keys.get(key);
				for (WatchEvent<?> event : key.pollEvents()) {
					happened(folder, event, all);
				}
				if (!key.reset()) {
					keys.remove(key);
				}
			}
		} catch (InterruptedException e) {
			return; // a root was closed: the loop sees which
		}
	}

	private static WatchKey poll(WatchService from, long end) throws InterruptedException {
		return from.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
	}

	private static void happened(Path folder, WatchEvent<?> event, List<Entry> all) {
		for (Entry entry : all) {
			if (folder == null || event.kind() == StandardWatchEventKinds.OVERFLOW) {
				entry.root.touchAll();
			} else if (folder.startsWith(entry.root.root())) {
				entry.root.touch(folder.resolve((Path) event.context()));
			}
		}
	}

	private void work(Entry entry) {
		long start = System.nanoTime();
		boolean due = entry.polled && start >= entry.nextPoll && entry.nextPoll != 0;
		if (due) {
			entry.root.touchAll();
		}
		try {
			entry.root.work(folder -> !entry.told || register(entry, folder));
		} catch (RuntimeException e) { // a listener or a reader; the other roots go on
			LOG.log(System.Logger.Level.WARNING, "watching " + entry.root.root(), e); //$NON-NLS-1$
		}
		if (due || entry.nextPoll == 0) {
			entry.nextPoll = nextPoll(start, System.nanoTime());
		}
	}

	/** {@return when to look over a folder again, in ns, after that has taken from a start to an end} */
	static long nextPoll(long start, long end) {
		return end + Math.max(POLL_NANOS, POLL_SHARE * (end - start));
	}

	private boolean register(Entry entry, Path folder) {
		if (service == null || keys.size() >= MOST_WATCHED) {
			entry.polled = true;
			return false;
		}
		try {
			WatchKey key = folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
					StandardWatchEventKinds.ENTRY_MODIFY);
			keys.put(key, folder);
			return true;
		} catch (IOException | RuntimeException e) { // gone again, or the system's limit
			entry.polled |= Files.isDirectory(folder);
			return false;
		}
	}
}
