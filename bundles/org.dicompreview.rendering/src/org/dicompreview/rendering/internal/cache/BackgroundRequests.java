package org.dicompreview.rendering.internal.cache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dicompreview.dicom.Problem;
import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.series.Slice;

/** What one session waits for. What has no other guard is used under the loader's lock. @param <T> what comes of a slice */
final class BackgroundRequests<T> implements BackgroundSession<T> {

	private static final AtomicLong REQUESTS = new AtomicLong();

	private final SharedFrameLoader loader;
	private final Function<LoadedFrame, T> work;
	private final int width;
	private final int height;
	/** Whether a view waits for what comes of it. */
	private final boolean awaited;
	private Set<Slice> wanted = new LinkedHashSet<>();
	private Consumer<T> receiver = made -> {};
	private long number;

	/**
	 * @param loader that loads the frames
	 * @param work   what to do with them
	 * @param width  that a frame needs
	 * @param height that a frame needs
	 * @param awaited whether a view waits for what comes of it, so that it comes before other work
	 */
	BackgroundRequests(SharedFrameLoader loader, Function<LoadedFrame, T> work, int width, int height, boolean awaited) {
		this.awaited = awaited;
		this.loader = loader;
		this.work = work;
		this.width = width;
		this.height = height;
	}

	@Override
	public void request(List<Slice> slices, Consumer<T> newReceiver) {
		Objects.requireNonNull(newReceiver);
		Set<Slice> newlyWanted = new LinkedHashSet<>(slices);
		synchronized (loader.lock()) {
			wanted = newlyWanted;
			receiver = newReceiver;
			number = REQUESTS.incrementAndGet();
			loader.startBackground();
		}
	}

	@Override
	public void close() {
		synchronized (loader.lock()) {
			wanted = new LinkedHashSet<>();
			loader.remove(this);
		}
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** {@return when the request was made; later ones have higher numbers} */
	long number() {
		return number;
	}

	/** {@return the slice that comes next, or {@code null}} */
	Slice next() {
		return wanted.isEmpty() ? null : wanted.iterator().next();
	}

	/** Works on a loaded slice and hands what comes of it to whoever wants it by then; not under the lock. */
	void finish(LoadedFrame loaded) {
		T made = work(loaded);
		Consumer<T> wanting;
		synchronized (loader.lock()) {
			wanting = wanted.remove(loaded.slice()) ? receiver : null;
		}
		if (wanting != null) {
			wanting.accept(made);
		}
	}

	private T work(LoadedFrame loaded) {
		try {
			return work.apply(loaded);
		} catch (OutOfMemoryError e) {
			return work.apply(SliceLoader.failed(loaded.slice(), Problem.of(RenderingText.NOT_ENOUGH_MEMORY)));
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			System.getLogger(BackgroundRequests.class.getName()).log(System.Logger.Level.ERROR, "work on " + loaded.slice(), e);
			return work.apply(SliceLoader.failed(loaded.slice(), Problem.of(RenderingText.IMAGE_PROGRAM_ERROR, e)));
		}
	}

	/** {@return the one of some sessions that comes next: one that a view waits for, else that with the newest request; or {@code null}} */
	static BackgroundRequests<?> newest(List<BackgroundRequests<?>> all) {
		BackgroundRequests<?> newest = null;
		for (BackgroundRequests<?> each : all) {
			if (each.next() != null && (newest == null
					|| (each.awaited == newest.awaited ? each.number > newest.number : each.awaited))) {
				newest = each;
			}
		}
		return newest;
	}
}
