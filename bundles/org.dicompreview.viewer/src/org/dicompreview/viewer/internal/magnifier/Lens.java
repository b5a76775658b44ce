package org.dicompreview.viewer.internal.magnifier;

import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;

/**
 * A lens over the picture of a viewport; goes with its canvas. What is seen through it is rendered in a job, for the newest
 * place only. UI thread only.
 */
final class Lens {

	/** Width and height in points. */
	static final int SIZE = 220;

	private static final String KEY = Lens.class.getName();
	private static final double PERCENT = 100;

	/** What is to be rendered. */
	private record Request(DisplayPoint place, RenderedSlice rendered, DisplayFrame frame, DisplaySettings settings, int size) {
	}

	/**
	 * What is seen through the lens.
	 *
	 * @param place    the middle of the lens on the canvas
	 * @param rendered the picture under it
	 * @param data     its pixels
	 */
	record View(DisplayPoint place, RenderedSlice rendered, ImageData data) {
	}

	private final Viewport viewport;
	private final FrameRenderer renderer;
	private final Display display;
	private final Job job = new Job(Messages.Lens_job) {

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			Request request = wanted;
			if (request != null && !monitor.isCanceled()) {
				ImageData data = renderer.render(request.frame(), request.settings(), request.size(), request.size()).data();
				if (!display.isDisposed()) {
					display.asyncExec(() -> show(request, data));
				}
			}
			return Status.OK_STATUS;
		}

		@Override
		public boolean belongsTo(Object family) {
			return family == Viewport.JOB_FAMILY;
		}
	};
	/** Read by the job. */
	private volatile Request wanted;
	private View view;

	private Lens(Viewport viewport, FrameRenderer renderer) {
		this.viewport = viewport;
		this.renderer = renderer;
		display = viewport.canvas().getDisplay();
		job.setSystem(true);
		job.setPriority(Job.INTERACTIVE);
	}

	/** {@return the lens of a viewport} */
	static Optional<Lens> of(Viewport viewport) {
		return viewport.canvas().getData(KEY) instanceof Lens lens ? Optional.of(lens) : Optional.empty();
	}

	/** Puts a lens on a viewport. */
	static Lens put(Viewport viewport, FrameRenderer renderer) {
		Lens lens = new Lens(viewport, renderer);
		viewport.canvas().setData(KEY, lens);
		return lens;
	}

	/** Takes the lens away. */
	void remove() {
		wanted = null;
		job.cancel();
		Canvas canvas = viewport.canvas();
		if (!canvas.isDisposed() && canvas.getData(KEY) == this) {
			canvas.setData(KEY, null);
			canvas.redraw();
		}
	}

	/** Moves the lens, or looks through it once more where the picture is another one. @param place on the canvas */
	void move(DisplayPoint place) {
		Optional<RenderedSlice> rendered = viewport.model().rendered().filter(each -> !each.coarse() && each.frame().isPresent());
		Optional<ImageTransform> transform = viewport.transform();
		if (rendered.isEmpty() || transform.isEmpty()) {
			return;
		}
		double pixels = rendered.get().target().zoom() / PERCENT;
		int size = (int) Math.round(SIZE * pixels);
		Frame frame = rendered.get().frame().get().frame();
		wanted = new Request(place, rendered.get(), rendered.get().frame().get(), LensSettings.of(rendered.get().settings(),
				transform.get(), frame.columns(), frame.rows(), place, size, pixels), size);
		job.schedule();
	}

	private void show(Request request, ImageData data) {
		if (request == wanted && !viewport.canvas().isDisposed()) {
			view = new View(request.place(), request.rendered(), data);
			viewport.canvas().redraw();
		}
	}

	/** {@return what is seen of a picture through the lens; absent while that is not known, which is asked for} */
	Optional<View> view(RenderedSlice rendered) {
		Request last = wanted;
		if (last != null && last.rendered() != rendered) {
			move(last.place());
		}
		return Optional.ofNullable(view).filter(each -> each.rendered() == rendered);
	}
}
