package org.dicompreview.viewer.internal.measure;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures the angle at a point. */
@Component(service = Tool.class)
public final class AngleTool extends MeasurementTool {

	/** @param store takes the measurements */
	@Activate
	public AngleTool(@Reference MeasurementStore store) {
		super(store, MeasurementKind.ANGLE);
	}

	@Override
	public String label() {
		return Messages.AngleTool_label;
	}
}
