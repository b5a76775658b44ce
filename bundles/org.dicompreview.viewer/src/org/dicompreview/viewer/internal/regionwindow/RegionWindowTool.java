package org.dicompreview.viewer.internal.regionwindow;

import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Component;

/** Makes the range of the values in a rectangle the window. */
@Component(service = Tool.class)
public final class RegionWindowTool implements Tool {

	/** A rectangle of fewer points is a click, which chooses nothing. */
	private static final double LEAST = 4;
	/** What was asked for last in a viewport; goes with its canvas. */
	private static final String REQUEST = RegionWindowTool.class.getName();

	@Override
	public String id() {
		return REGION_WINDOW;
	}

	@Override
	public String label() {
		return Messages.RegionWindowTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		Optional<RenderedSlice> rendered = event.viewport().model().rendered()
				.filter(each -> !each.coarse() && each.frame().filter(DisplayFrame::windowable).isPresent());
		return rendered.isPresent() && event.imagePoint().isPresent() ? Optional.of(new Drawing(event)) : Optional.empty();
	}

	@Override
	public void release(Viewport viewport) {
		DraggedRegion.set(viewport, Optional.empty());
	}

	/** Follows the pointer. */
	private static final class Drawing implements Drag {

		private final ToolEvent pressed;

		Drawing(ToolEvent pressed) {
			this.pressed = pressed;
		}

		@Override
		public void move(ToolEvent event) {
			DraggedRegion.set(event.viewport(), Optional.of(new DraggedRegion(pressed.point(), event.point())));
		}

		@Override
		public void end(ToolEvent event) {
			cancel();
			Optional<ImagePoint> from = event.viewport().transform().map(transform -> transform.toImage(pressed.point()));
			if (from.isPresent() && pressed.point().distance(event.point()) >= LEAST) {
				event.imagePoint().ifPresent(to -> window(event.viewport(), Region.Rectangle.between(from.get().column(),
						from.get().row(), to.column(), to.row())));
			}
		}

		@Override
		public void cancel() {
			DraggedRegion.set(pressed.viewport(), Optional.empty());
		}
	}

	/** Looks at the values in a job; the newest request wins, and a result for another image is dropped. */
	private static void window(Viewport viewport, Region region) {
		RenderedSlice rendered = viewport.model().rendered().filter(each -> !each.coarse()).orElse(null);
		DisplayFrame frame = rendered == null ? null : rendered.frame().orElse(null);
		if (frame == null) {
			return;
		}
		Display display = viewport.control().getDisplay();
		Job job = new Job(Messages.RegionWindowTool_job) {

			@Override
			protected IStatus run(IProgressMonitor monitor) {
				Optional<VoiWindow> found = frame.window(region);
				if (!display.isDisposed()) {
					display.asyncExec(() -> apply(viewport, region, frame, found));
				}
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == Viewport.JOB_FAMILY;
			}
		};
		job.setSystem(true);
		viewport.canvas().setData(REQUEST, region);
		job.schedule();
	}

	private static void apply(Viewport viewport, Region region, DisplayFrame frame, Optional<VoiWindow> found) {
		if (!viewport.canvas().isDisposed() && viewport.canvas().getData(REQUEST) == region
				&& viewport.model().frame().filter(shown -> shown == frame).isPresent()) {
			viewport.canvas().setData(REQUEST, null);
			found.ifPresent(window -> viewport.model().change(settings -> settings.withWindow(Optional.of(window))));
		}
	}
}
