package org.dicompreview.viewer.internal.probe;

import java.util.Optional;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.osgi.service.component.annotations.Component;

/** Has the pixel under the pointer told beside it, also while slices change. */
@Component(service = Tool.class)
public final class ProbeTool implements Tool {

	@Override
	public String id() {
		return PROBE;
	}

	@Override
	public String label() {
		return Messages.ProbeTool_label;
	}

	@Override
	public void hover(ToolEvent event) {
		ProbePlace.set(event.viewport(), Optional.of(event.point()));
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		hover(event);
		return Optional.of(this::hover);
	}

	@Override
	public void leave(Viewport viewport) {
		ProbePlace.set(viewport, Optional.empty());
	}

	@Override
	public void release(Viewport viewport) {
		leave(viewport);
	}
}
