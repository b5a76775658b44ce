package org.dicompreview.ui.internal.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;

/**
 * Small pictures of series and stacks: the frame that the file names (Representative Frame Number, PS3.3 C.7.6.6), else the
 * slice with which a person begins, which is the middle of a spatial stack. Made in the background, below all else; some are
 * kept, and so is that there is none. For any thread.
 */
final class SeriesThumbnails {

	/** Pictures that are kept; each takes some 40 KB. */
	private static final int MOST = 200;

	/** What a picture is of, as it was then: a series that has grown since gets another one. */
	private record Key(int stack, int version) {
	}

	/** What is wanted. */
	private record Wish(Series series, Key key) {

		static Optional<Wish> of(Node node) {
			if (node instanceof Node.OfStack row) {
				SliceStack stack = row.object();
				return Optional.of(new Wish(stack.series(), new Key(stack.index(), stack.series().version())));
			}
			return node instanceof Node.OfSeries row && row.object().imageCount() > 0
					? Optional.of(new Wish(row.object(), new Key(0, row.object().version()))) : Optional.empty();
		}
	}

	private final BackgroundSession<Thumbnail> session;
	/** By stack: absent where there is none. Of series that are closed nothing is kept. */
	private final Map<Series, Map<Key, Optional<ImageData>>> known = new WeakHashMap<>();
	/** What is wanted now; {@code null} for nothing. What comes for anything else is kept, but told to nobody. */
	private Wish wanted;

	/** @param side of the pictures in pixels */
	SeriesThumbnails(FrameLoader loader, FrameRenderer renderer, int side) {
		session = loader.openThumbnails(renderer, side, side);
	}

	/** {@return whether something may have a picture} */
	static boolean hasPicture(Node node) {
		return Wish.of(node).isPresent();
	}

	/**
	 * Asks for a picture, in place of the one before.
	 *
	 * @param node     of a series or a stack; nothing comes of anything else
	 * @param receiver gets the picture, if there is one, on any thread; at once if it is known
	 */
	void request(Node node, Consumer<ImageData> receiver) {
		Wish wish = Wish.of(node).orElse(null);
		Optional<ImageData> before;
		synchronized (this) {
			wanted = wish;
			before = wish == null ? null : known.getOrDefault(wish.series(), Map.of()).get(wish.key());
		}
		if (before != null) {
			before.ifPresent(receiver);
		} else if (wish != null) {
			find(wish, receiver);
		}
	}

	/** Ordering a series takes time. */
	private void find(Wish wish, Consumer<ImageData> receiver) {
		Job job = Job.createSystem(Messages.SeriesThumbnails_job, (ICoreRunnable) monitor -> {
			if (!isWanted(wish)) {
				return;
			}
			List<SliceStack> stacks = wish.series().stacks();
			if (wish.key().stack() < stacks.size()) {
				session.request(List.of(representative(stacks.get(wish.key().stack()))), made -> take(wish, made, receiver));
			}
		});
		job.setPriority(Job.DECORATE);
		job.schedule();
	}

	private synchronized boolean isWanted(Wish wish) {
		return wish.equals(wanted);
	}

	private void take(Wish wish, Thumbnail made, Consumer<ImageData> receiver) {
		Optional<ImageData> data = made.picture().map(Picture::data);
		boolean told;
		synchronized (this) {
			if (known.values().stream().mapToInt(Map::size).sum() >= MOST) {
				known.clear();
			}
			known.computeIfAbsent(wish.series(), key -> new HashMap<>()).put(wish.key(), data);
			told = wish.equals(wanted);
		}
		if (told) {
			data.ifPresent(receiver);
		}
	}

	/** {@return the slice that stands for a stack} */
	static Slice representative(SliceStack stack) {
		Slice start = stack.start();
		int frame = start.instance().integer(Tag.REPRESENTATIVE_FRAME_NUMBER).orElse(0) - 1;
		return stack.slices().stream().filter(slice -> slice.frame() == frame && slice.instance() == start.instance()).findFirst()
				.orElse(start);
	}

	/** Forgets what was asked for. */
	synchronized void cancel() {
		wanted = null;
		session.request(List.of(), made -> {});
	}

	/** Makes nothing more. */
	void close() {
		cancel();
		session.close();
	}
}
