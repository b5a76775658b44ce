package org.dicompreview.viewer.internal.measure;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures the values in ellipses. */
@Component(service = Tool.class)
public final class EllipseTool extends MeasurementTool {

	/** @param store takes the measurements */
	@Activate
	public EllipseTool(@Reference MeasurementStore store) {
		super(store, MeasurementKind.ELLIPSE);
	}

	@Override
	public String label() {
		return Messages.EllipseTool_label;
	}
}
