package org.dicompreview.viewer.internal.marks;

import java.util.Optional;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.SWT;
import org.osgi.service.component.annotations.Component;

/** Finds the point of the patient under the pointer in the other viewports; Escape forgets it. */
@Component(service = Tool.class)
public final class LocateTool implements Tool {

	@Override
	public String id() {
		return LOCATE;
	}

	@Override
	public String label() {
		return Messages.LocateTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		locate(event);
		return Optional.of(LocateTool::locate);
	}

	private static void locate(ToolEvent event) {
		Viewport viewport = event.viewport();
		viewport.transform().flatMap(transform -> transform.toPatient(event.point()))
				.ifPresent(point -> viewport.links().locate(viewport.model(), point));
	}

	@Override
	public boolean key(ToolEvent event) {
		boolean used = event.keyCode() == SWT.ESC && event.viewport().links().located().isPresent();
		if (used) {
			event.viewport().links().clearLocated();
		}
		return used;
	}

	@Override
	public void release(Viewport viewport) {
		viewport.links().clearLocated();
	}
}
