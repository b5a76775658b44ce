package org.dicompreview.ui.ide.internal.compare;

import java.util.Optional;
import java.util.function.Consumer;

import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameDifference;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;

/** Compares the frames of two slices, and makes what is painted over the left one. The newest request wins. */
final class OverlayPictures extends Job {

	/**
	 * What is wanted.
	 *
	 * @param left  the left picture as it is on screen
	 * @param right the right slice
	 * @param mode  what is to be painted
	 */
	record Request(RenderedSlice left, Slice right, OverlayMode mode) {

		/** {@return whether a picture for this one fits another one} */
		boolean fits(RenderedSlice other) {
			return left.slice().equals(other.slice()) && left.target().equals(other.target())
					&& left.settings().equals(other.settings());
		}
	}

	/**
	 * What came of it.
	 *
	 * @param request    what was wanted
	 * @param picture    what is painted over the left picture, for its target; absent for nothing
	 * @param difference of the frames; absent if there is none
	 * @param unit       of the values, or empty text
	 */
	record Result(Request request, Optional<ImageData> picture, Optional<FrameDifference> difference, String unit) {
	}

	/** Frames that were compared last; another size or window needs no other ones. */
	private record Compared(Slice left, Slice right, Optional<DisplayFrame> frame, Optional<FrameDifference> difference) {
	}

	private final FrameLoader loader;
	private final FrameRenderer renderer;
	private final Consumer<Result> receiver;
	private volatile Request wanted;
	private Compared last;

	/** @param receiver gets what came of the newest request, on the thread of the job */
	OverlayPictures(FrameLoader loader, FrameRenderer renderer, Consumer<Result> receiver) {
		super(Messages.OverlayPictures_name);
		this.loader = loader;
		this.renderer = renderer;
		this.receiver = receiver;
		setSystem(true);
	}

	void request(Request request) {
		wanted = request;
		schedule();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Request request = wanted;
		Optional<DisplayFrame> left = request.left().frame();
		if (left.isEmpty()) {
			return Status.OK_STATUS;
		}
		Compared now = compared(request, left.get());
		Optional<ImageData> picture = now.frame().flatMap(right -> picture(request, left.get(), right, now.difference()));
		String unit = renderer.scale(left.get(), request.left().settings()).map(ColorScale::unit).orElse(""); //$NON-NLS-1$
		if (request == wanted && !monitor.isCanceled()) {
			receiver.accept(new Result(request, picture, now.difference(), unit));
		}
		return Status.OK_STATUS;
	}

	private Compared compared(Request request, DisplayFrame left) {
		Compared known = last;
		if (known == null || !known.left().equals(request.left().slice()) || !known.right().equals(request.right())) {
			Optional<DisplayFrame> right = loader.load(request.right()).frame();
			known = new Compared(request.left().slice(), request.right(), right,
					right.flatMap(frame -> FrameDifference.of(left, frame)));
			last = known;
		}
		return known;
	}

	private Optional<ImageData> picture(Request request, DisplayFrame left, DisplayFrame right,
			Optional<FrameDifference> difference) {
		RenderTarget target = request.left().target();
		return switch (request.mode()) {
			case SIDE_BY_SIDE -> Optional.empty();
			case BLEND, FLICKER -> Optional.of(renderer
					.render(right, sameWindow(request.left().settings(), left), target.width(), target.height()).data());
			case DIFFERENCE -> request.left().picture().map(Picture::transform).flatMap(
					transform -> difference.map(each -> each.paint(transform, target.width(), target.height())));
		};
	}

	/** Each frame has a window of its own; compared, they are seen through that of the left one. */
	private static DisplaySettings sameWindow(DisplaySettings settings, DisplayFrame left) {
		WindowPreset own = left.initialWindow();
		return settings.window().isFramesOwn() && left.windowable() && own.window() != null
				? settings.withWindow(Optional.of(own.window())) : settings;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == PixelViewer.JOB_FAMILY;
	}
}
