package org.dicompreview.viewer.internal.measure;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures distances. */
@Component(service = Tool.class)
public final class LineTool extends MeasurementTool {

	/** @param store takes the measurements */
	@Activate
	public LineTool(@Reference MeasurementStore store) {
		super(store, MeasurementKind.LINE);
	}

	@Override
	public String label() {
		return Messages.LineTool_label;
	}
}
