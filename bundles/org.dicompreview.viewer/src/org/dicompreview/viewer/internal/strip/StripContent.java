package org.dicompreview.viewer.internal.strip;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.CutPicture;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Slab;
import org.dicompreview.series.Slice;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * The lines or small frames that one strip is painted of, as they come in the background. A strip of another stack is another
 * content, so that nothing of this one gets into it. For any thread.
 */
final class StripContent {

	/** Values that are kept of each slice. */
	static final int LINE_LENGTH = 128;
	private static final PaletteData RED_FIRST = new PaletteData(0xFF0000, 0x00FF00, 0x0000FF);

	/** Hears what comes. */
	interface Listener {

		/** Something has come. */
		void changed(StripContent content);

		/** The frames are colours, of which there is no cut. */
		void colored(StripContent content);
	}

	/** What came of a slice: a line of a cut or a small frame; neither if it cannot be shown. */
	private record Part(Slice slice, float[] line, ImageData frame, boolean colored) {
	}

	/** A size of the picture in pixels, and of each small frame in it. */
	private record Size(int width, int height, int frames) {
	}

	private final StripPlan plan;
	private final FrameRenderer renderer;
	private final BackgroundSession<Part> session;
	private final Listener listener;
	private final float[][] lines;
	private final Map<Slice, Integer> rows = new HashMap<>();
	private final Map<Slice, ImageData> frames = new HashMap<>();
	private Size size = new Size(0, 0, 0);
	private DisplaySettings.Window window = DisplaySettings.Window.DEFAULT;
	private boolean closed;

	StripContent(StripPlan plan, FrameLoader loader, FrameRenderer renderer, Listener listener) {
		this.plan = plan;
		this.renderer = renderer;
		this.listener = listener;
		lines = new float[plan.lines()][];
		session = loader.openBackground(this::part, LINE_LENGTH, LINE_LENGTH);
	}

	StripPlan plan() {
		return plan;
	}

	/** Reads the slices of a cut, a few of all of it first. */
	void readLines() {
		for (int i = 0; i < lines.length; i++) {
			int row = i;
			plan.slice(i, lines.length).ifPresent(slice -> rows.put(slice, row));
		}
		session.request(StripPlan.coarseToFine(lines.length).stream().map(row -> plan.slice(row, lines.length))
				.flatMap(Optional::stream).toList(), this::take);
	}

	/**
	 * Reads the small frames for a size of the picture.
	 *
	 * @param width  in pixels
	 * @param height in pixels
	 * @param shown  how they are displayed
	 */
	void readFrames(int width, int height, DisplaySettings.Window shown) {
		Size wanted = new Size(width, height, Math.max(1, Math.min(plan.places().size(), width / Math.max(1, height))));
		synchronized (this) {
			if (wanted.equals(size) && shown.equals(window)) {
				return;
			}
			size = wanted;
			window = shown;
		}
		session.request(StripPlan.coarseToFine(wanted.frames()).stream().map(part -> plan.slice(part, wanted.frames()))
				.flatMap(Optional::stream).toList(), this::take);
	}

	/** On a thread of the loader. */
	private Part part(LoadedFrame loaded) {
		Slice slice = loaded.slice();
		if (loaded.frame().isEmpty()) {
			return new Part(slice, null, null, false);
		}
		Optional<Slab> slab = plan.slab();
		if (slab.isPresent()) {
			Optional<float[]> line = loaded.frame().get().line(slab.get());
			return new Part(slice, line.map(values -> CutPicture.resampled(values, Math.min(values.length, LINE_LENGTH)))
					.orElse(null), null, line.isEmpty());
		}
		Size of;
		DisplaySettings settings;
		synchronized (this) {
			of = size;
			settings = DisplaySettings.DEFAULT.with(window);
		}
		return new Part(slice, null, renderer.render(loaded.frame().get(), settings, Math.max(1, of.width() / of.frames()),
				of.height()).data(), false);
	}

	private void take(Part part) {
		synchronized (this) {
			if (closed) {
				return;
			}
			if (part.line() != null) {
				lines[rows.get(part.slice())] = part.line();
			} else if (part.frame() != null) {
				frames.put(part.slice(), part.frame());
			}
		}
		if (part.colored()) {
			listener.colored(this);
		} else {
			listener.changed(this);
		}
	}

	/**
	 * {@return the picture as far as it is known; absent if nothing is}
	 *
	 * @param scale  the colours of the values of a cut
	 * @param width  in pixels, at least 1
	 * @param height in pixels, at least 1
	 */
	Optional<ImageData> paint(ColorScale scale, int width, int height) {
		if (plan.slab().isPresent()) {
			float[][] known;
			synchronized (this) {
				known = lines.clone(); // the lines themselves do not change
			}
			boolean any = Arrays.stream(known).anyMatch(Objects::nonNull);
			return any && scale != null ? Optional.of(CutPicture.paint(known, scale, width, height)) : Optional.empty();
		}
		return paintFrames();
	}

	private synchronized Optional<ImageData> paintFrames() {
		if (frames.isEmpty()) {
			return Optional.empty();
		}
		ImageData picture = new ImageData(size.width(), size.height(), 24, RED_FIRST);
		for (int i = 0; i < size.frames(); i++) {
			int from = (int) ((long) i * size.width() / size.frames());
			plan.slice(i, size.frames()).map(frames::get).ifPresent(frame -> copy(frame, picture, from));
		}
		return Optional.of(picture);
	}

	private static void copy(ImageData frame, ImageData picture, int left) {
		int[] line = new int[frame.width];
		for (int y = 0; y < Math.min(frame.height, picture.height); y++) {
			frame.getPixels(0, y, frame.width, line, 0);
			for (int x = 0; x < Math.min(frame.width, picture.width - left); x++) {
				int at = y * picture.bytesPerLine + 3 * (left + x);
				int color = frame.depth == 8 ? line[x] * 0x010101 : line[x];
				picture.data[at] = (byte) (color >> 16);
				picture.data[at + 1] = (byte) (color >> 8);
				picture.data[at + 2] = (byte) color;
			}
		}
	}

	/** Reads nothing more, and takes nothing that comes still. */
	void close() {
		synchronized (this) {
			closed = true;
		}
		session.close();
	}
}
