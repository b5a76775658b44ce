package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.ui.internal.thumbnails.ThumbnailIndex;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;

/**
 * Small pictures of series and stacks: the frame that the file names (Representative Frame Number, PS3.3 C.7.6.6), else the
 * slice with which a person begins, which is the middle of a spatial stack. Made in the background, below all else; some are
 * kept, and so is that there is none. Pictures also lie in the index. For any thread.
 */
final class SeriesThumbnails {

	/** Pictures that are kept; each takes some 80 KB. */
	private static final int MOST = 200;
	/** Rows that wait for a picture: who scrolls fast past more does not look at them. */
	private static final int WAITING = 60;
	/** Rows that come into view together are looked at together. */
	private static final int DELAY_MS = 30;

	/** What was found out about a version of a series. @param picture absent if there is none */
	record Known(Integer version, Optional<ImageData> picture) {
	}

	/** What is wanted. */
	private record Wish(Series series, int stack) {

		static Optional<Wish> of(Node node) {
			if (node instanceof Node.OfStack row) {
				return Optional.of(new Wish(row.object().series(), row.object().index()));
			}
			return node instanceof Node.OfSeries row && row.object().imageCount() > 0
					? Optional.of(new Wish(row.object(), 0)) : Optional.empty();
		}
	}

	/** Whose picture is made. */
	private record Asked(Wish wish, int version) {
	}

	private final BackgroundSession<Thumbnail> session;
	private final ThumbnailIndex index;
	private final int side;
	private final Job finder = Job.createSystem(Messages.SeriesThumbnails_job, (ICoreRunnable) monitor -> find());
	/** By stack; of series that are closed nothing is kept. */
	private final Map<Series, Map<Integer, Known>> known = new WeakHashMap<>();
	/** What rows want, that of the newest last. */
	private final Set<Wish> waiting = new LinkedHashSet<>();
	/** What a person points at; comes first. */
	private Optional<Wish> hovered = Optional.empty();
	private Consumer<ImageData> receiver = data -> {};
	private volatile Runnable changed = () -> {};
	private volatile boolean closed;

	/** @param side of the pictures in pixels */
	SeriesThumbnails(FrameLoader loader, FrameRenderer renderer, ThumbnailIndex index, int side) {
		session = loader.openThumbnails(renderer, side, side);
		this.index = index;
		this.side = side;
		finder.setPriority(Job.DECORATE);
	}

	/** {@return whether something may have a picture} */
	static boolean hasPicture(Node node) {
		return Wish.of(node).isPresent();
	}

	/** Sets who hears, on any thread, that another picture is known. */
	void onChanged(Runnable listener) {
		changed = listener;
	}

	/** {@return which version of a series a picture must be of} */
	Object version(Node node) {
		return Wish.of(node).<Object>map(wish -> wish.series().version()).orElse(0);
	}

	/** {@return what is known of the picture of a node as it is now; absent if it must be asked for} */
	Optional<Known> known(Node node) {
		return Wish.of(node).flatMap(this::known);
	}

	private synchronized Optional<Known> known(Wish wish) {
		return Optional.ofNullable(known.getOrDefault(wish.series(), Map.of()).get(wish.stack()))
				.filter(found -> found.version() == wish.series().version());
	}

	/** Asks for the picture of a row that is in view. */
	void want(Node node) {
		Wish.of(node).ifPresent(wish -> {
			synchronized (this) {
				waiting.remove(wish);
				waiting.add(wish);
				if (waiting.size() > WAITING) {
					waiting.remove(waiting.iterator().next());
				}
			}
			look();
		});
	}

	private void look() {
		if (!closed) {
			finder.schedule(DELAY_MS);
		}
	}

	/**
	 * Asks for the picture of what a person points at, in place of the one before.
	 *
	 * @param node of a series or a stack; nothing comes of anything else
	 * @param next gets the picture, if there is one, on any thread; at once if it is known
	 */
	void request(Node node, Consumer<ImageData> next) {
		Optional<Wish> wish = Wish.of(node);
		Optional<Known> before = wish.flatMap(this::known);
		synchronized (this) {
			hovered = before.isPresent() ? Optional.empty() : wish;
			receiver = next;
		}
		before.flatMap(Known::picture).ifPresent(next);
		if (before.isEmpty()) {
			look();
		}
	}

	/** Ordering a series takes time. */
	private void find() {
		List<Wish> wishes = new ArrayList<>();
		synchronized (this) {
			hovered.ifPresent(wishes::add);
			waiting.forEach(wish -> wishes.add(hovered.isPresent() ? 1 : 0, wish));
		}
		Map<Slice, Asked> asked = new IdentityHashMap<>();
		List<Slice> slices = new ArrayList<>();
		for (Wish wish : wishes) {
			if (closed) {
				return;
			}
			if (known(wish).isPresent() || !wish.series().isFilled()) { // its instances are not got for a thumbnail
				done(wish);
				continue;
			}
			int version = wish.series().version();
			List<SliceStack> stacks = wish.series().stacks();
			Optional<Slice> slice = wish.stack() < stacks.size() ? Optional.of(representative(stacks.get(wish.stack())))
					: Optional.empty();
			Optional<ImageData> kept = slice.flatMap(each -> index.recall(each, side));
			if (slice.isEmpty() || kept.isPresent()) {
				take(new Asked(wish, version), kept);
			} else {
				asked.put(slice.get(), new Asked(wish, version));
				slices.add(slice.get());
			}
		}
		session.request(slices, made -> made(made, asked.get(made.slice())));
	}

	private void made(Thumbnail made, Asked of) {
		made.picture().ifPresent(picture -> index.remember(made.slice(), side, picture.data()));
		take(of, made.picture().map(Picture::data));
	}

	private void take(Asked of, Optional<ImageData> data) {
		Optional<Consumer<ImageData>> told;
		synchronized (this) {
			if (known.values().stream().mapToInt(Map::size).sum() >= MOST) {
				known.clear();
			}
			known.computeIfAbsent(of.wish().series(), key -> new HashMap<>()).put(of.wish().stack(),
					new Known(of.version(), data));
			told = hovered.filter(of.wish()::equals).map(wish -> receiver);
		}
		done(of.wish());
		data.ifPresent(picture -> told.ifPresent(each -> each.accept(picture)));
		changed.run();
	}

	private synchronized void done(Wish wish) {
		waiting.remove(wish);
		hovered = hovered.filter(each -> !each.equals(wish));
	}

	/** {@return the slice that stands for a stack} */
	static Slice representative(SliceStack stack) {
		Slice start = stack.start();
		int frame = start.instance().integer(Tag.REPRESENTATIVE_FRAME_NUMBER).orElse(0) - 1;
		return stack.slices().stream().filter(slice -> slice.frame() == frame && slice.instance() == start.instance()).findFirst()
				.orElse(start);
	}

	/** Forgets what a person pointed at. */
	synchronized void cancel() {
		hovered = Optional.empty();
	}

	/** Makes nothing more. */
	void close() {
		closed = true;
		finder.cancel();
		session.close();
	}
}
