package org.dicompreview.viewer.internal.tools;

import java.util.Objects;
import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.ViewportModel;
import org.osgi.service.component.annotations.Component;

/** To the right widens the window, down raises its centre, by a part of its width a point. */
@Component(service = Tool.class)
public final class WindowTool implements Tool {

	private static final double DRAG_PART = 1 / 256.0;

	@Override
	public String id() {
		return WINDOW;
	}

	@Override
	public String label() {
		return Messages.WindowTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		ViewportModel model = event.viewport().model();
		DisplaySettings settings = model.settings();
		return model.frame().filter(DisplayFrame::windowable)
				.flatMap(frame -> settings.window().voiWindow().or(() -> first(frame, settings)))
				.map(window -> at -> drag(model, window, event.point(), at.point()));
	}

	/** {@return the window to begin with; a VOI LUT has none, so that is the first one that could be chosen} */
	private static Optional<VoiWindow> first(DisplayFrame frame, DisplaySettings settings) {
		WindowPreset initial = frame.initialWindow();
		return initial.window() != null && settings.window().voiLut() == 0 ? Optional.of(initial.window())
				: frame.presets().stream().map(WindowPreset::window).filter(Objects::nonNull).findFirst();
	}

	private static void drag(ViewportModel model, VoiWindow base, DisplayPoint from, DisplayPoint to) {
		double dx = to.x() - from.x();
		double dy = to.y() - from.y();
		if (dx == 0 && dy == 0) {
			return;
		}
		double step = base.width() * DRAG_PART;
		double least = base.function() == VoiWindow.Function.LINEAR ? 1 : base.width() * DRAG_PART;
		double width = Math.max(least, base.width() + dx * step);
		VoiWindow window = new VoiWindow(base.center() + dy * step, width, base.function());
		model.change(settings -> settings.withWindow(Optional.of(window)));
	}
}
