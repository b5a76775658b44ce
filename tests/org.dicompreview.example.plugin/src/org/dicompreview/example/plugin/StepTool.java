package org.dicompreview.example.plugin;

import java.util.Optional;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.osgi.service.component.annotations.Component;

/** Steps to the next slice at each press of a button. */
@Component(service = Tool.class)
public final class StepTool implements Tool {

	@Override
	public String id() {
		return "org.dicompreview.example.step";
	}

	@Override
	public String label() {
		return "Step";
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		event.viewport().model().moveBy(1);
		return Optional.empty();
	}
}
