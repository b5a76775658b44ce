package org.dicompreview.viewer.internal.tools;

import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.graphics.Rectangle;
import org.osgi.service.component.annotations.Component;

/** Magnifies so that what is under the pointer stays there: up or away from the person enlarges. */
@Component(service = Tool.class)
public final class ZoomTool implements Tool {

	private static final double WHEEL_ZOOM = 1.15;
	/** A hundred points double the size. */
	private static final double DRAG_ZOOM = 1 / 100.0;
	private static final double LEAST_ZOOM = 0.1;
	private static final double MOST_ZOOM = 64;

	@Override
	public String id() {
		return ZOOM;
	}

	@Override
	public String label() {
		return Messages.ZoomTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		DisplaySettings base = event.viewport().model().settings();
		return Optional.of(at -> zoom(event.viewport(), base,
				Math.pow(2, (event.point().y() - at.point().y()) * DRAG_ZOOM), event.point()));
	}

	@Override
	public void wheel(ToolEvent event) {
		zoom(event.viewport(), event.viewport().model().settings(), Math.pow(WHEEL_ZOOM, Integer.signum(event.count())),
				event.point());
	}

	private static void zoom(Viewport viewport, DisplaySettings base, double factor, DisplayPoint point) {
		Rectangle area = viewport.canvas().getClientArea();
		double x = point.x() / Math.max(1, area.width) - 0.5;
		double y = point.y() / Math.max(1, area.height) - 0.5;
		Placement now = base.placement();
		double zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, now.zoom() * factor));
		double real = zoom / now.zoom();
		viewport.model().change(
				settings -> settings.with(new Placement(zoom, x - (x - now.panX()) * real, y - (y - now.panY()) * real)));
	}
}
