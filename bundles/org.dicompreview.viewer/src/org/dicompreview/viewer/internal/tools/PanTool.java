package org.dicompreview.viewer.internal.tools;

import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.graphics.Rectangle;
import org.osgi.service.component.annotations.Component;

/** Moves the picture with the pointer. */
@Component(service = Tool.class)
public final class PanTool implements Tool {

	@Override
	public String id() {
		return PAN;
	}

	@Override
	public String label() {
		return Messages.PanTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		DisplaySettings base = event.viewport().model().settings();
		return Optional.of(at -> move(event.viewport(), base, at.point().x() - event.point().x(),
				at.point().y() - event.point().y()));
	}

	private static void move(Viewport viewport, DisplaySettings base, double dx, double dy) {
		Rectangle area = viewport.canvas().getClientArea();
		double panX = base.placement().panX() + dx / Math.max(1, area.width);
		double panY = base.placement().panY() + dy / Math.max(1, area.height);
		viewport.model().change(settings -> settings.with(new Placement(base.placement().zoom(), panX, panY)));
	}
}
