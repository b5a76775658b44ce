package org.dicompreview.rendering.internal.cache;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.series.Slice;

/** One view's part of the loader. What has no other guard is used under the loader's lock. */
final class ViewSession implements FrameSession {

	private static final Duration PACE = Duration.ofMillis(100);
	private static final AtomicLong REQUESTS = new AtomicLong();

	/** What a view asked for; later ones have higher numbers. @param preview {@code null} for no coarse frame */
	record Request(long number, Consumer<LoadedFrame> receiver, Consumer<LoadedFrame> preview) {
	}

	private record Delivery(Request request, Consumer<LoadedFrame> receiver, LoadedFrame loaded) {
	}

	private final SharedFrameLoader loader;
	private final Workers workers;
	/** Guarded by itself, as is {@link #delivering}: outcomes are handed over one at a time, without locks held. */
	private final Queue<Delivery> deliveries = new ArrayDeque<>();
	private boolean delivering;
	private volatile long newest;
	private volatile Runnable listener = () -> {};
	private SlicePath path;
	private Request awaited;
	private long turn;
	/** The last request, once it has been answered. */
	private Request answered;
	private Request jump;
	private long frameBytes;
	private boolean notifying;

	ViewSession(SharedFrameLoader loader, Workers workers) {
		this.loader = loader;
		this.workers = workers;
	}

	@Override
	public void show(List<Slice> path, int index, Consumer<LoadedFrame> receiver) {
		show(path, index, receiver, null);
	}

	@Override
	public void show(List<Slice> path, int index, Consumer<LoadedFrame> receiver, Consumer<LoadedFrame> preview) {
		Objects.checkIndex(index, path.size());
		Request request = new Request(REQUESTS.incrementAndGet(), Objects.requireNonNull(receiver), preview);
		newest = request.number();
		loader.show(this, path, index, request);
	}

	@Override
	public BitSet cached() {
		synchronized (loader.lock()) {
			return path == null ? new BitSet() : (BitSet) path.cached().clone();
		}
	}

	@Override
	public void onCacheChange(Runnable heard) {
		listener = Objects.requireNonNull(heard);
	}

	@Override
	public void release() {
		newest = REQUESTS.incrementAndGet();
		loader.release(this);
	}

	/** Forgets path and requests. */
	void forget() {
		path = null;
		awaited = null;
		answered = null;
		jump = null;
		frameBytes = 0;
	}

	@Override
	public void close() {
		newest = Long.MAX_VALUE;
		listener = () -> {}; // the view is gone, maybe with its display
		loader.close(this);
	}

	SlicePath path() {
		return path;
	}

	void startPath(SlicePath next) {
		path = next;
		frameBytes = 0;
	}

	/** {@return bytes of the frame that was loaded last on this path, 0 before the first one} */
	long frameBytes() {
		return frameBytes;
	}

	/** {@return the request that waits for a frame, or {@code null}} */
	Request awaited() {
		return awaited;
	}

	/** {@return lower the longer this has waited for a frame to be loaded, whatever was asked for meanwhile} */
	long turn() {
		return turn;
	}

	/** Lines up behind all others: a frame is being loaded for this. */
	void takeTurn() {
		turn = REQUESTS.incrementAndGet();
	}

	/** Notes the newest request. @param known what is cached for it, or {@code null} if it has to wait */
	void await(Request request, LoadedFrame known) {
		if (known == null && awaited == null) {
			turn = request.number();
		}
		awaited = known == null ? request : null;
		answered = known == null ? null : request;
		if (known != null) {
			measure(known);
		}
	}

	/** Waits again for a slice that could not be loaded. @param cache what was loaded */
	void retry(FrameCache cache) {
		LoadedFrame known = path == null || awaited != null ? null : cache.peek(path.current());
		if (known != null && known.frame().isEmpty()) {
			awaited = answered;
		}
	}

	/** Notes that a request was a jump: for a while no neighbours are loaded. @param request {@code null} if it was none */
	void jumped(Request request) {
		jump = request;
	}

	/** {@return whether the view has just jumped} */
	boolean isJumping() {
		return jump != null;
	}

	/** Lets neighbours be loaded unless the view has moved on since. @param request the jump that has had its time */
	void rest(Request request) {
		if (jump == request) {
			jump = null;
		}
	}

	private void measure(LoadedFrame loaded) {
		if (loaded.frame().isPresent()) {
			frameBytes = FrameCache.size(loaded);
		}
	}

	/** {@return the request that waits for this frame and wants a coarse one first, or {@code null}} */
	Request previewed(FrameKey key) {
		boolean wanted = awaited != null && awaited.preview() != null && path.current().equals(key);
		return wanted ? awaited : null;
	}

	/** {@return the request that this frame answers, which waits no longer; or {@code null}} */
	Request answer(FrameKey key, LoadedFrame loaded) {
		if (path == null || !path.contains(key)) {
			return null;
		}
		measure(loaded);
		if (awaited == null || !path.current().equals(key)) {
			return null;
		}
		answered = awaited;
		awaited = null;
		return answered;
	}

	/**
	 * Hands an outcome over unless a newer request has come. If another thread is handing one over, that one does it: so
	 * an older outcome can never arrive after a newer one, and nobody waits.
	 */
	void deliver(Request request, LoadedFrame loaded) {
		deliver(new Delivery(request, request.receiver(), loaded));
	}

	/** Hands a coarse frame over, likewise. */
	void deliverPreview(Request request, LoadedFrame coarse) {
		deliver(new Delivery(request, request.preview(), coarse));
	}

	private void deliver(Delivery delivery) {
		synchronized (deliveries) {
			deliveries.add(delivery);
			if (delivering) {
				return;
			}
			delivering = true;
		}
		boolean done = false;
		try {
			for (Delivery next = poll(); next != null; next = poll()) {
				if (next.request().number() == newest) {
					next.receiver().accept(next.loaded());
				}
			}
			done = true;
		} finally {
			if (!done) {
				synchronized (deliveries) {
					delivering = false;
				}
			}
		}
	}

	private Delivery poll() {
		synchronized (deliveries) {
			Delivery next = deliveries.poll();
			delivering = next != null;
			return next;
		}
	}

	/** Has the listener called soon, once for all changes until then. */
	void cacheChanged() {
		if (!notifying) {
			notifying = true;
			workers.later(this::notifyListener, PACE);
		}
	}

	private void notifyListener() {
		synchronized (loader.lock()) {
			notifying = false;
		}
		listener.run();
	}
}
