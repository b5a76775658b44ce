package org.dicompreview.viewer.internal.measure;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures the values in rectangles. */
@Component(service = Tool.class)
public final class RectangleTool extends MeasurementTool {

	/** @param store takes the measurements */
	@Activate
	public RectangleTool(@Reference MeasurementStore store) {
		super(store, MeasurementKind.RECTANGLE);
	}

	@Override
	public String label() {
		return Messages.RectangleTool_label;
	}
}
