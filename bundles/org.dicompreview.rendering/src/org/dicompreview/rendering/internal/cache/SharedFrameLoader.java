package org.dicompreview.rendering.internal.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.rendering.internal.planes.PreviewVolume;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.series.Slice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The cache and the queue that all views share. There is no list of tasks: whenever a thread is free it asks what is
 * wanted most just now, so nothing has to be cancelled. First come the slices that views wait for, the newest request of
 * each, then neighbours by rank. One thread is kept free of prefetching. When nothing of this is left, another thread
 * works in the background, on thumbnails for example, with files of its own, so that it holds up nothing that is wanted
 * meanwhile.
 */
@Component(service = FrameLoader.class)
public final class SharedFrameLoader implements FrameLoader {

	private static final System.Logger LOG = System.getLogger(SharedFrameLoader.class.getName());
	private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
	private static final int THREADS = Math.max(2, Math.min(4, PROCESSORS));
	/** Until neighbours are loaded after a jump: its picture comes first, and often another jump. */
	private static final Duration AFTER_JUMP = Duration.ofMillis(60);
	private static final Duration IDLE = Duration.ofSeconds(2);
	/** Part of the budget that is filled around a view that stands still. */
	private static final int RESTING_PART = 4;

	private record Job(Slice slice, FrameKey key, boolean awaited) {
	}

	private final Object lock = new Object();
	private final Workers workers;
	private final int threads;
	private final SliceLoader loader;
	private final SliceLoader backgroundLoader;
	private final CutLoader cuts;
	private final Volumes volumes;
	private final FrameCache cache = new FrameCache(defaultBudget(Runtime.getRuntime().maxMemory()), this::evicted);
	private final List<ViewSession> sessions = new ArrayList<>();
	private final List<BackgroundRequests<?>> background = new ArrayList<>();
	private final ServedFrames served = new ServedFrames();
	private final Set<FrameKey> running = new HashSet<>();
	private int active;
	private int prefetching;
	private long jobs;
	private boolean workingInBackground;
	private boolean idleCheck;
	private boolean closed;

	/** Made by OSGi. */
	@Activate
	public SharedFrameLoader(@Reference DicomReaders reader, @Reference FrameDecoders decoders) {
		this(reader, decoders, new ThreadWorkers(THREADS + 1), THREADS);
	}

	SharedFrameLoader(DicomReaders reader, FrameDecoders decoders, Workers workers, int threads) {
		this.workers = workers;
		this.threads = threads;
		loader = new SliceLoader(reader, decoders);
		backgroundLoader = new SliceLoader(reader, decoders);
		cuts = new CutLoader(loader, this::peek);
		volumes = new Volumes(this, workers, cache);
	}

	private LoadedFrame peek(Slice slice) {
		synchronized (lock) {
			return cache.peek(FrameKey.of(slice));
		}
	}

	/** {@return bytes for a heap that is shared with others: a quarter of it, 512 MB at most} */
	static long defaultBudget(long heap) {
		return Math.min(heap / 4, 512L << 20);
	}

	/** Ends the threads, forgets all frames and closes all files. */
	@Deactivate
	public void close() {
		synchronized (lock) {
			closed = true;
			sessions.clear();
			background.clear();
			volumes.retain(List.of());
			cache.removeIf(key -> true);
		}
		workers.close();
		closeFiles();
	}

	@Override
	public FrameSession open() {
		ViewSession session = new ViewSession(this, workers);
		synchronized (lock) {
			sessions.add(session);
		}
		return session;
	}

	@Override
	public BackgroundSession<Thumbnail> openThumbnails(FrameRenderer renderer, int width, int height) {
		return openBackground(loaded -> new Thumbnail(loaded.slice(),
				loaded.frame().map(frame -> renderer.render(frame, DisplaySettings.DEFAULT, width, height)), loaded.reason()),
				width, height);
	}

	@Override
	public <T> BackgroundSession<T> openBackground(Function<LoadedFrame, T> work, int width, int height) {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("frames of " + width + " x " + height);
		}
		return openBackground(work, width, height, false);
	}

	/** As above. @param awaited whether a view waits for what comes of it */
	<T> BackgroundRequests<T> openBackground(Function<LoadedFrame, T> work, int width, int height, boolean awaited) {
		BackgroundRequests<T> requests = new BackgroundRequests<>(this, work, width, height, awaited);
		synchronized (lock) {
			background.add(requests);
		}
		return requests;
	}

	/** Forgets the farthest frames until the budget holds; under the lock. */
	void trim() {
		cache.trim(this::rank);
	}

	/** Drops what a session waits for; under the lock. */
	void remove(BackgroundRequests<?> requests) {
		background.remove(requests);
	}

	@Override
	public LoadedFrame load(Slice slice) {
		try {
			return slice instanceof ReformattedSlice picture ? cutGuarded(picture, () -> cuts.exact(picture, () -> false))
					: loadGuarded(slice, PROCESSORS, 0);
		} finally {
			synchronized (lock) {
				jobs++;
				closeFilesWhenIdle();
			}
		}
	}

	@Override
	public void retry() {
		closeFiles(); // which were opened by what counted before
		synchronized (lock) {
			sessions.forEach(session -> session.retry(cache));
			cache.removeIf(key -> cache.peek(key).frame().isEmpty());
			startWorker();
		}
	}

	@Override
	public void setBudget(long bytes) {
		if (bytes < 1) {
			throw new IllegalArgumentException("budget of " + bytes + " bytes");
		}
		synchronized (lock) {
			cache.setBudget(bytes);
			cache.trim(this::rank);
		}
	}

	@Override
	public long cachedBytes() {
		synchronized (lock) {
			return cache.bytes();
		}
	}

	/** Takes a request: answers it from the cache or has it loaded. */
	void show(ViewSession session, List<Slice> path, int index, ViewSession.Request request) {
		LoadedFrame known;
		synchronized (lock) {
			if (closed || !sessions.contains(session)) {
				return;
			}
			SlicePath before = session.path();
			if (before == null || !before.hasSlices(path)) {
				startPath(session, before, new SlicePath(path, index));
			}
			session.path().scroll().moveTo(index);
			known = cache.get(session.path().current());
			if (known != null && ServedFrames.mayWorkAgain(known)) {
				known = null;
			}
			session.await(request, known);
			noteJump(session, request);
			cache.trim(this::rank);
			startWorker();
		}
		tellServers();
		if (known != null) {
			session.deliver(request, known);
		}
	}

	private void tellServers() {
		served.tell(() -> {
			synchronized (lock) {
				return wanted();
			}
		});
	}

	/** {@return the slices of servers that are not loaded yet: those that views wait for, the newest first, then neighbours} */
	private List<Slice> wanted() {
		List<Slice> wanted = new ArrayList<>();
		List<ViewSession> views = sessions.stream().filter(session -> session.path() != null)
				.filter(session -> ServedFrames.isServed(session.path().slice(session.path().scroll().index()))).toList();
		views.stream().filter(session -> session.awaited() != null)
				.sorted(Comparator.comparingLong((ViewSession session) -> session.awaited().number()).reversed())
				.forEach(session -> wanted.add(session.path().slice(session.path().scroll().index())));
		views.stream().filter(session -> session.frameBytes() > 0 && !session.isJumping())
				.forEach(session -> addNeighbours(session, wanted));
		return wanted;
	}

	private void addNeighbours(ViewSession session, List<Slice> wanted) {
		SlicePath path = session.path();
		long reach = reach(session);
		int before = wanted.size();
		for (int rank = 1; rank <= reach && wanted.size() - before < ServedFrames.AHEAD; rank++) {
			int index = path.scroll().at(rank);
			if (index >= 0 && index < path.size() && !path.cached().get(index)) {
				wanted.add(path.slice(index));
			}
		}
	}

	/** {@return up to which rank neighbours of a session are loaded} */
	private long reach(ViewSession session) {
		long resting = cache.budget() / RESTING_PART / session.frameBytes();
		return Math.min(3L * session.path().size(), Math.max(resting, session.path().scroll().reach()));
	}

	private void noteJump(ViewSession session, ViewSession.Request request) {
		boolean jumped = session.path().scroll().jumped();
		session.jumped(jumped ? request : null);
		if (jumped) {
			workers.later(() -> {
				synchronized (lock) {
					session.rest(request);
					startWorker();
				}
				tellServers();
			}, AFTER_JUMP);
		}
	}

	private void startPath(ViewSession session, SlicePath before, SlicePath path) {
		session.startPath(path);
		for (int i = 0; i < path.size(); i++) {
			if (cache.contains(path.key(i))) {
				path.mark(path.key(i), true);
			}
		}
		if (before != null) {
			retainVolumes();
			boolean other = !before.sameSeries(path);
			Map<InstanceLocation, InstanceHeader> files = new HashMap<>();
			cache.removeIf(key -> rank(key) == FrameCache.UNWANTED && (other || path.supersedes(key, files)));
		}
		session.cacheChanged();
	}

	/** Drops what only a session wanted, which stays open. */
	void release(ViewSession session) {
		synchronized (lock) {
			session.forget();
			retainVolumes();
			cache.removeIf(key -> rank(key) == FrameCache.UNWANTED);
		}
		tellServers();
		closeFiles();
	}

	/** Drops a session and what only it wanted. */
	void close(ViewSession session) {
		boolean last;
		synchronized (lock) {
			if (!sessions.remove(session)) {
				return;
			}
			retainVolumes();
			cache.removeIf(key -> rank(key) == FrameCache.UNWANTED);
			last = sessions.isEmpty();
		}
		tellServers();
		if (last) {
			loader.closeFiles();
		}
	}

	/** Keeps no volume but those of which a view shows pictures; under the lock. */
	private void retainVolumes() {
		volumes.retain(sessions.stream().map(ViewSession::path).filter(Objects::nonNull).map(path -> path.slice(0)).toList());
	}

	private void closeFiles() {
		loader.closeFiles();
		backgroundLoader.closeFiles();
	}

	/** {@return the lock that guards paths and requests of all sessions} */
	Object lock() {
		return lock;
	}

	private long rank(FrameKey key) {
		long nearest = FrameCache.UNWANTED;
		for (ViewSession session : sessions) {
			if (session.path() != null) {
				nearest = Math.min(nearest, session.path().rank(key));
			}
		}
		return nearest;
	}

	private void evicted(FrameKey key) {
		changed(key, false);
	}

	private void changed(FrameKey key, boolean isCached) {
		for (ViewSession session : sessions) {
			if (session.path() != null && session.path().mark(key, isCached)) {
				session.cacheChanged();
			}
		}
	}

	/** Has a thread look for work; under the lock. */
	void startWorker() {
		if (active < threads && !closed) {
			active++;
			workers.execute(this::work);
		}
	}

	/** Loads one frame, then lines up again behind whatever else the threads have to do. */
	private void work() {
		Job job;
		synchronized (lock) {
			job = closed ? null : next();
			if (job == null) {
				active--;
				startBackground();
				closeFilesWhenIdle();
				return;
			}
			running.add(job.key());
			prefetching += job.awaited() ? 0 : 1;
			jobs++;
			startWorker();
		}
		LoadedFrame loaded = SliceLoader.failed(job.slice(), Problem.of(RenderingText.LOADING_FAILED));
		try {
			if (job.slice() instanceof ReformattedSlice picture) {
				loaded = cutGuarded(picture, () -> cut(job, picture));
			} else {
				LoadedFrame coarse = job.awaited() ? preview(job) : null;
				loaded = coarse != null ? coarse : loadGuarded(job.slice(), job.awaited() ? PROCESSORS : 1, 0);
			}
		} finally {
			try {
				finish(job, loaded);
			} finally {
				workers.execute(this::work);
			}
		}
	}

	/** {@return a picture of another plane; {@code null} if it comes later, or is no longer wanted} */
	private LoadedFrame cut(Job job, ReformattedSlice picture) {
		BooleanSupplier unwanted = () -> !isWanted(job);
		if (CutLoader.isDirect(picture)) {
			volumes.noteDirect(picture.stack());
			return cuts.exact(picture, unwanted);
		}
		PreviewVolume volume = volumes.get(picture);
		if (volume == null) {
			return cuts.exact(picture, unwanted);
		}
		boolean complete = volume.isComplete(); // before it is looked at: more may come meanwhile
		long begin = System.nanoTime();
		LoadedFrame known = CutLoader.of(volume, picture, unwanted);
		if (complete && volume.isFull()) {
			return known;
		}
		if (known != null && known.frame().isPresent()) {
			deliverPreview(job, known);
		}
		if (complete) {
			return cuts.exact(picture, unwanted);
		}
		volumes.await(job.key(), volume, Duration.ofNanos(System.nanoTime() - begin));
		return null;
	}

	private LoadedFrame cutGuarded(ReformattedSlice picture, Supplier<LoadedFrame> work) {
		try {
			return work.get();
		} catch (OutOfMemoryError e) {
			return outOfMemory(picture);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, "making " + picture, e);
			return SliceLoader.failed(picture, Problem.of(RenderingText.IMAGE_PROGRAM_ERROR, e));
		}
	}

	/** {@return whether a view still waits for what a job gives or, if none did, no view waits for anything} */
	private boolean isWanted(Job job) {
		synchronized (lock) {
			return job.awaited()
					? sessions.stream().anyMatch(session -> session.awaited() != null && session.path().current().equals(job.key()))
					: rank(job.key()) != FrameCache.UNWANTED && sessions.stream().allMatch(session -> session.awaited() == null);
		}
	}

	private void deliverPreview(Job job, LoadedFrame coarse) {
		Map<ViewSession, ViewSession.Request> waiting = new LinkedHashMap<>();
		synchronized (lock) {
			for (ViewSession session : sessions) {
				ViewSession.Request request = session.previewed(job.key());
				if (request != null) {
					waiting.put(session, request);
				}
			}
		}
		waiting.forEach((session, request) -> session.deliverPreview(request, coarse));
	}

	/**
	 * Delivers a coarse frame to those who want one.
	 *
	 * @return the frame if the decoder gave the full one instead, or {@code null}
	 */
	private LoadedFrame preview(Job job) {
		int reduction = SliceLoader.coarseReduction(job.slice());
		Map<ViewSession, ViewSession.Request> waiting = new LinkedHashMap<>();
		synchronized (lock) {
			for (ViewSession session : sessions) {
				ViewSession.Request request = reduction == 0 ? null : session.previewed(job.key());
				if (request != null) {
					waiting.put(session, request);
				}
			}
		}
		if (waiting.isEmpty()) {
			return null;
		}
		LoadedFrame coarse = loadGuarded(job.slice(), PROCESSORS, reduction);
		if (coarse.frame().isEmpty()) {
			return null;
		}
		int columns = job.slice().instance().integer(Tag.COLUMNS).orElse(0);
		if (coarse.frame().get().frame().columns() >= columns) {
			return coarse;
		}
		waiting.forEach((session, request) -> session.deliverPreview(request, coarse));
		return null;
	}

	private LoadedFrame loadGuarded(Slice slice, int decodingThreads, int reduction) {
		try {
			return loader.load(slice, decodingThreads, reduction);
		} catch (OutOfMemoryError e) {
			return outOfMemory(slice);
		}
	}

	private LoadedFrame outOfMemory(Slice slice) {
		synchronized (lock) {
			cache.removeIf(key -> true);
		}
		return SliceLoader.failed(slice, Problem.of(RenderingText.CACHE_EMPTIED, Runtime.getRuntime().maxMemory() >> 20));
	}

	private void finish(Job job, LoadedFrame loaded) {
		Map<ViewSession, ViewSession.Request> waiting = new LinkedHashMap<>();
		synchronized (lock) {
			running.remove(job.key());
			prefetching -= job.awaited() ? 0 : 1;
			if (loaded == null || ServedFrames.isGivenUp(loaded)) {
				return; // who waits for it again has it loaded again
			}
			if (rank(job.key()) != FrameCache.UNWANTED) {
				cache.put(job.key(), loaded);
				changed(job.key(), true);
				cache.trim(this::rank);
			}
			for (ViewSession session : sessions) {
				ViewSession.Request request = session.answer(job.key(), loaded);
				if (request != null) {
					waiting.put(session, request);
				}
			}
		}
		if (ServedFrames.isServed(job.slice())) {
			tellServers();
		}
		waiting.forEach((session, request) -> session.deliver(request, loaded));
	}

	/** The newest request of the view that has waited longest: where views move together, none of them stands still. */
	private Job next() {
		ViewSession first = null;
		for (ViewSession session : sessions) {
			if (session.awaited() != null && !running.contains(session.path().current())
					&& !volumes.isAwaited(session.path().current()) && (first == null || session.turn() < first.turn())) {
				first = session;
			}
		}
		if (first == null) {
			return prefetching < Math.max(1, threads - 1) ? neighbour() : null;
		}
		first.takeTurn();
		SlicePath path = first.path();
		return new Job(path.slice(path.scroll().index()), path.current(), true);
	}

	/** The nearest frame that is missing around any view, if the budget has room for it. */
	private Job neighbour() {
		Job best = null;
		long nearest = Long.MAX_VALUE;
		for (ViewSession session : sessions) {
			int rank = session.path() == null || session.frameBytes() == 0 || session.isJumping()
					|| !mayPrefetch(session.path()) ? -1 : missing(session);
			if (rank > 0 && rank < nearest) {
				nearest = rank;
				SlicePath path = session.path();
				int index = path.scroll().at(rank);
				best = new Job(path.slice(index), path.key(index), false);
			}
		}
		return best;
	}

	/** {@return whether the neighbours of what is shown are made of what is in memory, or of files of their own} */
	private boolean mayPrefetch(SlicePath path) {
		return !(path.slice(path.scroll().index()) instanceof ReformattedSlice picture) || volumes.isQuick(picture);
	}

	/** {@return the lowest rank that is missing and may be loaded, or -1} */
	private int missing(ViewSession session) {
		SlicePath path = session.path();
		long size = session.frameBytes();
		long reach = reach(session);
		for (int rank = 1; rank <= reach; rank++) {
			int index = path.scroll().at(rank);
			if (index >= 0 && index < path.size() && !path.cached().get(index) && !running.contains(path.key(index))) {
				return cache.hasRoom(size * (1 + running.size()), rank, this::rank) ? rank : -1;
			}
		}
		return -1;
	}

	/** Has the next slice worked on in the background if nothing else is wanted; under the lock. */
	void startBackground() {
		if (!workingInBackground && isIdle() && BackgroundRequests.newest(background) != null) {
			workingInBackground = true;
			workers.execute(this::workInBackground);
		}
	}

	private boolean isIdle() {
		return active == 0 && !closed && sessions.stream().noneMatch(ViewSession::isJumping);
	}

	private void workInBackground() {
		BackgroundRequests<?> requests;
		Slice slice;
		LoadedFrame known;
		synchronized (lock) {
			requests = isIdle() ? BackgroundRequests.newest(background) : null;
			if (requests == null) {
				workingInBackground = false;
				return; // whoever is busy comes back to it
			}
			slice = requests.next();
			known = cache.peek(FrameKey.of(slice));
			jobs++;
		}
		try {
			requests.finish(known != null ? known : loadInBackground(requests, slice));
		} finally {
			synchronized (lock) {
				workingInBackground = false;
				startBackground();
				closeFilesWhenIdle();
			}
		}
	}

	private LoadedFrame loadInBackground(BackgroundRequests<?> requests, Slice slice) {
		if (slice instanceof ReformattedSlice picture) {
			return cutGuarded(picture, () -> {
				LoadedFrame quick = volumes.known(picture).map(volume -> CutLoader.of(volume, picture, () -> false)).orElse(null);
				return quick != null ? quick : cuts.exact(picture, () -> false);
			});
		}
		try {
			return backgroundLoader.load(slice, 1, SliceLoader.reduction(slice, requests.width(), requests.height()));
		} catch (OutOfMemoryError e) {
			return SliceLoader.failed(slice, Problem.of(RenderingText.NOT_ENOUGH_MEMORY));
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, "loading " + slice + " in the background", e);
			return SliceLoader.failed(slice, Problem.of(RenderingText.IMAGE_PROGRAM_ERROR, e));
		}
	}

	/** Looks once in a while, as long as anything is loaded. */
	private void closeFilesWhenIdle() {
		if (idleCheck || closed) {
			return;
		}
		idleCheck = true;
		long seen = jobs;
		workers.later(() -> {
			synchronized (lock) {
				idleCheck = false;
				if (jobs != seen || active > 0 || workingInBackground) {
					closeFilesWhenIdle();
					return;
				}
			}
			closeFiles();
		}, IDLE);
	}
}
