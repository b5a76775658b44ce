package org.dicompreview.viewer.internal.measure;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures the angle between two lines. */
@Component(service = Tool.class)
public final class CobbAngleTool extends MeasurementTool {

	/** @param store takes the measurements */
	@Activate
	public CobbAngleTool(@Reference MeasurementStore store) {
		super(store, MeasurementKind.COBB_ANGLE);
	}

	@Override
	public String label() {
		return Messages.CobbAngleTool_label;
	}
}
