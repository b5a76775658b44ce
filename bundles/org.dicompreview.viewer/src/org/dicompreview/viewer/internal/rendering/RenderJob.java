package org.dicompreview.viewer.internal.rendering;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.dicompreview.dicom.Problem;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;

/**
 * Renders what is wanted off the UI thread, each time that it is scheduled; wishes that come meanwhile become one. For any
 * thread.
 */
public final class RenderJob extends Job {

	/** What to render: for what on show, a frame (a coarse one is followed by a full one), how, and for which screen. */
	public record Request(Identity identity, LoadedFrame loaded, boolean coarse, Appearance appearance, RenderTarget target) {
	}

	/**
	 * What came of it. Who gets it owns the image.
	 *
	 * @param slice what was rendered
	 * @param image its picture as an image; {@code null} where there is none
	 */
	public record Result(RenderedSlice slice, Image image) {

		/** Disposes the image, if nobody is going to show it. */
		public void dispose() {
			if (image != null) {
				image.dispose();
			}
		}
	}

	/** What a state made of a frame, for the next time that it is rendered. */
	private record Presented(LoadedFrame plain, PresentationState state, DisplayFrame frame) {
	}

	private static final System.Logger LOG = System.getLogger(RenderJob.class.getName());

	private final Device device;
	private final FrameRenderer renderer;
	private final Supplier<Optional<Request>> wanted;
	private final Consumer<Result> receiver;
	private volatile Presented last;
	private volatile Request taken;

	/**
	 * @param device   takes the images
	 * @param renderer makes the pictures
	 * @param wanted   what to render, asked when the work begins so that it is never out of date
	 * @param receiver gets the pictures, on the thread of this job
	 */
	RenderJob(Device device, FrameRenderer renderer, Supplier<Optional<Request>> wanted, Consumer<Result> receiver) {
		super(Messages.RenderJob_name);
		this.device = device;
		this.renderer = renderer;
		this.wanted = wanted;
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.INTERACTIVE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		wanted.get().filter(request -> !monitor.isCanceled() && !device.isDisposed()).ifPresent(request -> {
			taken = request;
			receiver.accept(render(request));
		});
		if (monitor.isCanceled() || wanted.get().isEmpty()) {
			forget();
		}
		return Status.OK_STATUS;
	}

	/** Ends the work for good, and keeps no frame: what is closed may be held for long. */
	void close() {
		cancel();
		forget(); // a run that goes on does so at its end
	}

	/** Keeps no frame; a run that goes on forgets its own at its end, as nothing is wanted then. */
	void release() {
		forget();
	}

	private void forget() {
		taken = null;
		last = null;
	}

	/** {@return whether a slice is being rendered in full, or was the last that was} */
	boolean hasTaken(Slice slice) {
		Request request = taken;
		return request != null && !request.coarse() && request.loaded().slice().equals(slice);
	}

	private Result render(Request request) {
		try {
			return draw(request);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, "rendering " + request.loaded().slice(), e); //$NON-NLS-1$
			LoadedFrame failed = new LoadedFrame(request.loaded().slice(), Optional.empty(),
					Optional.of(Problem.of(RenderingText.FRAME_PROGRAM_ERROR, e)));
			return draw(new Request(request.identity(), failed, request.coarse(), request.appearance(), request.target()));
		}
	}

	private Result draw(Request request) {
		Appearance appearance = request.appearance();
		DisplayFrame frame = request.loaded().frame().orElse(null);
		if (frame == null) {
			return new Result(slice(request, Optional.empty(), appearance.settings(), Optional.empty(), List.of()), null);
		}
		if (appearance.state().isEmpty() || request.coarse()) {
			return result(request, frame, appearance.settings(), List.of());
		}
		PresentationState says = appearance.state().get().state();
		DisplayFrame shown = present(says, request.loaded(), frame);
		DisplaySettings settings = appearance.isPlacedByState()
				? says.view(request.loaded().slice(), shown, appearance.settings(), request.target().width(),
						request.target().height())
				: appearance.settings();
		return result(request, shown, settings, appearance.settings().style().overlays() ? says.texts(request.loaded().slice(), shown)
				: List.of());
	}

	private Result result(Request request, DisplayFrame frame, DisplaySettings settings, List<TextAnnotation> texts) {
		RenderTarget target = request.target();
		Picture picture = renderer.render(frame, settings, target.width(), target.height());
		return new Result(slice(request, Optional.of(frame), settings, Optional.of(picture), texts),
				image(picture.data(), target.zoom()));
	}

	private static RenderedSlice slice(Request request, Optional<DisplayFrame> frame, DisplaySettings settings,
			Optional<Picture> picture, List<TextAnnotation> texts) {
		LoadedFrame loaded = request.loaded();
		return new RenderedSlice(request.identity(), loaded.slice(), request.coarse(),
				loaded.reason().or(() -> unapplied(request)), request.appearance(),
				request.target(), frame, settings, picture, texts);
	}

	/** {@return that the presentation state is not applied to a picture, as it speaks of images; absent if there is none} */
	private static Optional<Problem> unapplied(Request request) {
		return request.appearance().state().filter(state -> request.loaded().slice() instanceof ReformattedSlice)
				.map(state -> Problem.of(RenderingText.PLANE_WITHOUT_STATE));
	}

	/** Here, because it takes longer than painting it: the UI thread must not wait for it. */
	private Image image(ImageData data, int rendered) {
		ImageDataProvider provider = zoom -> zoom == rendered ? data
				: data.scaledTo(Math.max(1, data.width * zoom / rendered), Math.max(1, data.height * zoom / rendered));
		return new Image(device, provider);
	}

	private DisplayFrame present(PresentationState says, LoadedFrame loaded, DisplayFrame frame) {
		Presented known = last;
		if (known == null || loaded != known.plain() || says != known.state()) {
			known = new Presented(loaded, says, says.apply(loaded.slice(), frame));
			last = known;
		}
		return known.frame();
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
