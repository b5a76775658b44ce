package org.dicompreview.ui.internal.explorer;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;

/**
 * Small pictures of the slices of one series or stack, for who runs through it with the pointer. The newest place wins; its
 * neighbours follow. Made in the background, below all else. For any thread.
 */
final class SeriesPlayer {

	/** Pictures that are kept; each takes some 80 KB. */
	private static final int MOST = 120;
	/** Slices on both sides that are made too. */
	private static final int AROUND = 20;

	/** Gets what there is at a place. */
	interface Receiver {

		/**
		 * Shows a slice; called on any thread.
		 *
		 * @param picture of the slice; absent while it is made, and if there is none
		 * @param place   from 0
		 * @param count   of the slices
		 */
		void show(Optional<ImageData> picture, int place, int count);
	}

	private final BackgroundSession<Thumbnail> session;
	private final Job job = Job.createSystem(Messages.SeriesThumbnails_job, (ICoreRunnable) monitor -> find());
	private final Map<Integer, Optional<ImageData>> pictures = new LinkedHashMap<>(16, 0.75f, true);
	/** What is played; {@code null} for nothing. */
	private Node node;
	private List<Slice> slices = List.of();
	private double fraction;
	private Receiver receiver = (picture, place, count) -> {};

	/** @param side of the pictures in pixels */
	SeriesPlayer(FrameLoader loader, FrameRenderer renderer, int side) {
		session = loader.openThumbnails(renderer, side, side);
		job.setPriority(Job.DECORATE);
	}

	/**
	 * Goes to a place.
	 *
	 * @param of   series or stack; another than before begins anew
	 * @param part of the way through it, 0 to 1
	 * @param next in place of the receiver before
	 */
	void play(Node of, double part, Receiver next) {
		synchronized (this) {
			if (!of.equals(node)) {
				node = of;
				slices = List.of();
				pictures.clear();
			}
			fraction = part;
			receiver = next;
		}
		job.schedule();
	}

	/** Plays nothing. */
	synchronized void stop() {
		node = null;
		slices = List.of();
		pictures.clear();
		session.request(List.of(), made -> {});
	}

	/** Makes nothing more. */
	void close() {
		job.cancel();
		session.close();
	}

	/** Ordering a series takes time. */
	private void find() {
		Node of;
		List<Slice> known;
		synchronized (this) {
			of = node;
			known = slices;
		}
		if (of == null) {
			return;
		}
		List<Slice> all = known.isEmpty() ? slices(of) : known;
		Receiver told;
		int place;
		Optional<ImageData> there;
		synchronized (this) {
			if (of != node || all.isEmpty()) {
				return;
			}
			slices = all;
			place = place();
			there = pictures.getOrDefault(place, Optional.empty());
			told = receiver;
			request(of, place);
		}
		told.show(there, place, all.size());
	}

	private int place() {
		return (int) Math.max(0, Math.min(slices.size() - 1, Math.floor(fraction * slices.size())));
	}

	private void request(Node of, int place) {
		Map<Slice, Integer> places = new IdentityHashMap<>();
		List<Slice> wanted = IntStream.rangeClosed(0, 2 * AROUND).map(i -> place + (i % 2 == 0 ? -i / 2 : (i + 1) / 2))
				.filter(i -> i >= 0 && i < slices.size() && !pictures.containsKey(i))
				.peek(i -> places.put(slices.get(i), i)).mapToObj(slices::get).toList();
		session.request(wanted, made -> made(of, places.get(made.slice()), made.picture().map(Picture::data)));
	}

	private void made(Node of, int at, Optional<ImageData> data) {
		Receiver told;
		int count;
		synchronized (this) {
			if (of != node) {
				return;
			}
			pictures.put(at, data);
			if (pictures.size() > MOST) {
				pictures.remove(pictures.keySet().iterator().next());
			}
			if (at != place()) {
				return;
			}
			told = receiver;
			count = slices.size();
		}
		told.show(data, at, count);
	}

	private static List<Slice> slices(Node node) {
		if (node instanceof Node.OfStack row) {
			return row.object().slices();
		}
		List<SliceStack> stacks = node instanceof Node.OfSeries row && row.object().isFilled() ? row.object().stacks() : List.of();
		return stacks.isEmpty() ? List.of() : stacks.get(0).slices();
	}
}
