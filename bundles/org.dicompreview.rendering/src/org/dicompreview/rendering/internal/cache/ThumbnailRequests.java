package org.dicompreview.rendering.internal.cache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.rendering.ThumbnailSession;
import org.dicompreview.series.Slice;

/** The thumbnails that one session waits for. What has no other guard is used under the loader's lock. */
final class ThumbnailRequests implements ThumbnailSession {

	private static final AtomicLong REQUESTS = new AtomicLong();

	private final SharedFrameLoader loader;
	private final FrameRenderer renderer;
	private final int width;
	private final int height;
	private Set<Slice> wanted = new LinkedHashSet<>();
	private Consumer<Thumbnail> receiver = thumbnail -> {};
	private long number;

	/**
	 * @param loader   that makes them
	 * @param renderer for the pictures
	 * @param width    of a picture
	 * @param height   of a picture
	 */
	ThumbnailRequests(SharedFrameLoader loader, FrameRenderer renderer, int width, int height) {
		this.loader = loader;
		this.renderer = renderer;
		this.width = width;
		this.height = height;
	}

	@Override
	public void request(List<Slice> slices, Consumer<Thumbnail> newReceiver) {
		Objects.requireNonNull(newReceiver);
		Set<Slice> newlyWanted = new LinkedHashSet<>(slices);
		synchronized (loader.lock()) {
			wanted = newlyWanted;
			receiver = newReceiver;
			number = REQUESTS.incrementAndGet();
			loader.startThumbnail();
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

	/** {@return who gets the thumbnail of a slice, which is wanted no longer; {@code null} if nobody wants it by now} */
	Consumer<Thumbnail> answer(Slice slice) {
		return wanted.remove(slice) ? receiver : null;
	}

	/** {@return the thumbnail of a loaded slice; not under the lock} */
	Thumbnail render(LoadedFrame loaded) {
		return new Thumbnail(loaded.slice(),
				loaded.frame().map(frame -> renderer.render(frame, DisplaySettings.DEFAULT, width, height)),
				loaded.reason());
	}

	/** {@return the one of some sessions whose request is the newest of those that wait, or {@code null}} */
	static ThumbnailRequests newest(List<ThumbnailRequests> all) {
		ThumbnailRequests newest = null;
		for (ThumbnailRequests each : all) {
			if (each.next() != null && (newest == null || each.number > newest.number)) {
				newest = each;
			}
		}
		return newest;
	}
}
