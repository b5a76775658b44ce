package org.dicompreview.viewer.internal.cut;

import java.util.Optional;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.rendering.planes.CutPlane;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.rendering.planes.Reformat;
import org.dicompreview.series.Vector3;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportModel;
import org.osgi.service.component.annotations.Component;

/** Shows the plane that stands upright on the image along a line that a person draws. */
@Component(service = Tool.class)
public final class CutTool implements Tool {

	/** A line of fewer points is a click, which makes no cut. */
	private static final double LEAST = 4;

	@Override
	public String id() {
		return CUT;
	}

	@Override
	public String label() {
		return Messages.CutTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		Viewport viewport = event.viewport();
		Optional<PlaneOffer> offer = viewport.model().planes();
		if (offer.flatMap(PlaneOffer::grid).isEmpty()) {
			viewport.say(offer.flatMap(PlaneOffer::reason).map(Texts::words).orElse(Messages.CutTool_unknown));
			return Optional.empty();
		}
		return event.imagePoint().isPresent() ? Optional.of(new Drawing(event)) : Optional.empty();
	}

	@Override
	public void release(Viewport viewport) {
		CutLine.set(viewport, Optional.empty());
	}

	/** Follows the pointer. */
	private static final class Drawing implements Drag {

		private final ToolEvent pressed;

		Drawing(ToolEvent pressed) {
			this.pressed = pressed;
		}

		@Override
		public void move(ToolEvent event) {
			CutLine.set(event.viewport(), Optional.of(new CutLine(pressed.point(), event.point())));
		}

		@Override
		public void end(ToolEvent event) {
			cancel();
			if (pressed.point().distance(event.point()) >= LEAST) {
				event.viewport().transform().ifPresent(transform -> cut(event, transform));
			}
		}

		private void cut(ToolEvent event, ImageTransform transform) {
			Optional<Vector3> from = transform.toPatient(pressed.point());
			Optional<Vector3> to = transform.toPatient(event.point());
			if (from.isPresent() && to.isPresent()) {
				ViewportModel model = event.viewport().model();
				CutPlane.oblique(to.get().minus(from.get()), transform.plane().orElseThrow().plane().normal())
						.ifPresent(plane -> model.showPlane(model.reformat().map(now -> now.with(plane))
								.orElseGet(() -> new Reformat(plane, 0, Projection.AVERAGE)), from));
			}
		}

		@Override
		public void cancel() {
			CutLine.set(pressed.viewport(), Optional.empty());
		}
	}
}
