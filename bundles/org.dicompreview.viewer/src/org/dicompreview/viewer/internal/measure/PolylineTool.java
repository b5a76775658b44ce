package org.dicompreview.viewer.internal.measure;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures lengths along lines. */
@Component(service = Tool.class)
public final class PolylineTool extends MeasurementTool {

	/** @param store takes the measurements */
	@Activate
	public PolylineTool(@Reference MeasurementStore store) {
		super(store, MeasurementKind.POLYLINE);
	}

	@Override
	public String label() {
		return Messages.PolylineTool_label;
	}
}
