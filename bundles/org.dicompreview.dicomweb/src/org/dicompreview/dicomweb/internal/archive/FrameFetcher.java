package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Problem;

/**
 * Fetches frames: those that somebody waits for first, then those that are expected, a few at the same time. What is expected
 * no more is given up, with whoever waits for it. How many are fetched at once depends on how much the archive gives: enough to
 * bridge its delay, few enough for the frame that is wanted next. For any thread.
 */
final class FrameFetcher implements AutoCloseable {

	/** Which frame. @param instance key of its location @param frame index from 0 */
	record Key(String instance, int frame) {
	}

	/** What can be given up. */
	interface Handle {

		/** Gives up. */
		void abort();

		/** {@return bytes that have come} */
		long received();
	}

	/** Gets a frame. */
	interface Loader {

		/**
		 * {@return the frame}
		 *
		 * @param key     which one
		 * @param running is told how to give up, before anything takes time
		 * @throws IOException if it cannot be had
		 */
		FrameBytes load(Key key, Consumer<Handle> running) throws IOException;

		/** Keeps a frame for later. */
		void keep(Key key, FrameBytes frame);
	}

	static final int FEWEST = 2;
	static final int MOST = 6;
	/** Delay that is bridged, in seconds. */
	private static final double DELAY = 0.1;
	private static final long MEMORY = 64L << 20;
	/** So long what could not be fetched before it was wanted is not fetched again before that. */
	private static final long FAILED_NANOS = TimeUnit.SECONDS.toNanos(5);

	private static final class Fetch {

		private final Key key;
		private final CompletableFuture<FrameBytes> result = new CompletableFuture<>();
		private final long number;
		private boolean wished;
		private int waiting;
		private boolean running;
		/** Given up to make room, to be fetched again. */
		private boolean displaced;
		private Handle handle;

		Fetch(Key key, long number) {
			this.key = key;
			this.number = number;
		}
	}

	private final Loader loader;
	private final ExecutorService threads;
	private final Map<Key, Fetch> fetches = new LinkedHashMap<>();
	private final Map<Key, FrameBytes> memory = new LinkedHashMap<>(16, 0.75f, true);
	private final Map<Key, Long> failed = new HashMap<>();
	private final Throughput throughput = new Throughput();
	private Map<Key, Integer> order = Map.of();
	private long memoryBytes;
	private long frameBytes;
	private int running;
	private long count;
	private boolean closed;

	/** @param threads run the loader */
	FrameFetcher(Loader loader, ExecutorService threads) {
		this.loader = loader;
		this.threads = threads;
	}

	/**
	 * {@return a frame, fetched if it is not here}
	 *
	 * @throws IOException if it cannot be had, or is given up
	 */
	FrameBytes frame(Key key) throws IOException {
		Fetch fetch;
		synchronized (this) {
			FrameBytes known = memory.get(key);
			if (known != null) {
				return known;
			}
			if (closed) {
				throw givenUp();
			}
			fetch = fetches.computeIfAbsent(key, each -> new Fetch(each, count++));
			fetch.waiting++;
			makeRoom(fetch);
			start();
		}
		try {
			return fetch.result.get();
		} catch (ExecutionException e) {
			throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		} finally {
			synchronized (this) {
				fetch.waiting--;
			}
		}
	}

	/** Takes new expectations in the place of those before. @param keys the most urgent one first */
	void expect(List<Key> keys) {
		synchronized (this) {
			if (closed) {
				return;
			}
			Map<Key, Integer> places = new HashMap<>();
			keys.forEach(key -> places.putIfAbsent(key, places.size()));
			order = places;
			for (Fetch fetch : List.copyOf(fetches.values())) {
				if (fetch.wished && !places.containsKey(fetch.key)) {
					giveUp(fetch);
				}
			}
			long now = System.nanoTime();
			failed.values().removeIf(time -> now - time > FAILED_NANOS);
			for (Key key : places.keySet()) {
				if (!memory.containsKey(key) && (fetches.containsKey(key) || !failed.containsKey(key))) {
					fetches.computeIfAbsent(key, each -> new Fetch(each, count++)).wished = true;
				}
			}
			start();
		}
	}

	private static DicomException givenUp() {
		return new DicomException(Problem.of(DicomText.NO_LONGER_WANTED));
	}

	/** With the lock held. */
	private void giveUp(Fetch fetch) {
		fetches.remove(fetch.key);
		fetch.result.completeExceptionally(givenUp());
		if (fetch.handle != null) {
			fetch.handle.abort();
		}
	}

	/** With the lock held: what nobody waits for makes way for what somebody does. */
	private void makeRoom(Fetch wanted) {
		if (wanted.running || running < limit()) {
			return;
		}
		fetches.values().stream().filter(fetch -> fetch.running && fetch.waiting == 0 && !fetch.displaced)
				.max(Comparator.comparingInt(this::place)).ifPresent(fetch -> {
					fetch.displaced = true;
					if (fetch.handle != null) {
						fetch.handle.abort();
					}
				});
	}

	private int place(Fetch fetch) {
		return order.getOrDefault(fetch.key, Integer.MAX_VALUE);
	}

	/** With the lock held. {@return how many frames are fetched at once} */
	private int limit() {
		if (frameBytes == 0 || throughput.rate() == 0) {
			return FEWEST;
		}
		return (int) Math.max(FEWEST, Math.min(MOST, 1 + Math.ceil(throughput.rate() * DELAY / frameBytes)));
	}

	/** With the lock held: has as much fetched as may be. */
	private void start() {
		for (Fetch next = next(); next != null && !closed; next = next()) {
			Fetch fetch = next;
			fetch.running = true;
			running++;
			throughput.begin(System.nanoTime());
			threads.execute(() -> run(fetch));
		}
	}

	/** {@return what is to be fetched next; what somebody waits for is not held up by what is expected} */
	private Fetch next() {
		List<Fetch> idle = new ArrayList<>(fetches.values());
		idle.removeIf(fetch -> fetch.running);
		Fetch awaited = idle.stream().filter(fetch -> fetch.waiting > 0)
				.min(Comparator.comparingInt(this::place).thenComparing(fetch -> -fetch.number)).orElse(null);
		long waitedFor = fetches.values().stream().filter(fetch -> fetch.running && fetch.waiting > 0).count();
		if (awaited != null) {
			return waitedFor < MOST ? awaited : null;
		}
		return running < limit() ? idle.stream().min(Comparator.comparingInt(this::place)).orElse(null) : null;
	}

	private void run(Fetch fetch) {
		FrameBytes frame = null;
		IOException failure = null;
		try {
			frame = loader.load(fetch.key, handle -> running(fetch, handle));
		} catch (IOException e) {
			failure = e;
		} catch (RuntimeException e) {
			failure = new IOException(e);
		}
		boolean keep = false;
		synchronized (this) {
			running--;
			throughput.end(System.nanoTime(), fetch.handle == null ? 0 : fetch.handle.received());
			fetch.running = false;
			fetch.handle = null;
			boolean again = frame == null && fetch.displaced && fetches.get(fetch.key) == fetch;
			fetch.displaced = false;
			if (!again) {
				keep = frame != null;
				end(fetch, frame, failure);
			}
			start();
		}
		if (keep) {
			loader.keep(fetch.key, frame);
		}
	}

	private void running(Fetch fetch, Handle handle) {
		boolean over;
		synchronized (this) {
			fetch.handle = handle;
			over = fetch.displaced || fetch.result.isDone();
		}
		if (over) {
			handle.abort();
		}
	}

	/** With the lock held. */
	private void end(Fetch fetch, FrameBytes frame, IOException failure) {
		fetches.remove(fetch.key, fetch);
		if (frame == null) {
			if (!fetch.result.isDone()) {
				failed.put(fetch.key, System.nanoTime());
			}
			fetch.result.completeExceptionally(failure);
			return;
		}
		frameBytes = Math.max(1, frame.bytes().length);
		FrameBytes before = memory.put(fetch.key, frame);
		memoryBytes += frame.bytes().length - (before == null ? 0 : before.bytes().length);
		Iterator<Map.Entry<Key, FrameBytes>> eldest = memory.entrySet().iterator();
		while (memoryBytes > MEMORY && memory.size() > 1) {
			memoryBytes -= eldest.next().getValue().bytes().length;
			eldest.remove();
		}
		fetch.result.complete(frame);
	}

	/** Gives up all. */
	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			Set<Fetch> all = new HashSet<>(fetches.values());
			all.forEach(this::giveUp);
			memory.clear();
		}
	}
}
