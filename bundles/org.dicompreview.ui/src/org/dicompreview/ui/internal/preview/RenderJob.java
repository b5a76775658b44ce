package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.series.Slice;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Renders what is wanted off the UI thread, each time that it is scheduled; wishes that come meanwhile become one. For any
 * thread.
 */
final class RenderJob extends Job {

	/** What to render: for whom, a frame (a coarse one is followed by a full one), how, and for which size in device pixels. */
	record Request(Object owner, LoadedFrame loaded, boolean coarse, Looks looks, int width, int height) {
	}

	/**
	 * What came of it.
	 *
	 * @param request  what was asked for
	 * @param frame    the frame as the presentation state shows it, or {@code null}
	 * @param settings how it was rendered: with the place that the presentation state gives the picture
	 * @param picture  the picture; {@code null} where there is no frame
	 * @param texts    what the presentation state writes on it
	 */
	record Result(Request request, DisplayFrame frame, DisplaySettings settings, Picture picture, List<TextAnnotation> texts) {
	}

	private final FrameRenderer renderer;
	private final Supplier<Optional<Request>> wanted;
	private final Consumer<Result> receiver;
	// What the state made of a frame, for the next time that it is rendered. Used by this job alone, one run after another.
	private LoadedFrame plain;
	private PresentationState state;
	private DisplayFrame presented;
	private volatile Request taken;

	/**
	 * @param renderer makes the pictures
	 * @param wanted   what to render, asked when the work begins so that it is never out of date
	 * @param receiver gets the pictures, on the thread of this job
	 */
	RenderJob(FrameRenderer renderer, Supplier<Optional<Request>> wanted, Consumer<Result> receiver) {
		super(Messages.RenderJob_name);
		this.renderer = renderer;
		this.wanted = wanted;
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.INTERACTIVE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		wanted.get().filter(request -> !monitor.isCanceled()).ifPresent(request -> {
			taken = request;
			receiver.accept(render(request));
		});
		return Status.OK_STATUS;
	}

	/** {@return whether a slice is being rendered in full, or was the last that was} */
	boolean hasTaken(Slice slice) {
		Request request = taken;
		return request != null && !request.coarse() && request.loaded().slice().equals(slice);
	}

	private Result render(Request request) {
		Looks looks = request.looks();
		DisplayFrame frame = request.loaded().frame().orElse(null);
		if (frame == null) {
			return new Result(request, null, looks.settings(), null, List.of());
		}
		if (looks.state().isEmpty() || request.coarse()) {
			return result(request, frame, looks.settings(), List.of());
		}
		PresentationState says = looks.state().get().state();
		DisplayFrame shown = present(says, request.loaded(), frame);
		DisplaySettings settings = looks.isPlacedByState()
				? says.view(request.loaded().slice(), shown, looks.settings(), request.width(), request.height())
				: looks.settings();
		return result(request, shown, settings, looks.settings().overlays() ? says.texts(request.loaded().slice(), shown)
				: List.of());
	}

	private Result result(Request request, DisplayFrame frame, DisplaySettings settings, List<TextAnnotation> texts) {
		Picture picture = renderer.render(frame, settings, request.width(), request.height());
		return new Result(request, frame, settings, picture, texts);
	}

	private DisplayFrame present(PresentationState says, LoadedFrame loaded, DisplayFrame frame) {
		if (loaded != plain || says != state) {
			presented = says.apply(loaded.slice(), frame);
			plain = loaded;
			state = says;
		}
		return presented;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == PreviewView.JOB_FAMILY;
	}
}
