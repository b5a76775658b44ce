package org.dicompreview.viewer.internal.measure;

import java.util.List;

import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.dicompreview.viewer.measure.MeasurementTools;

/** The tools and the layer of this package for one store. */
public final class StandaloneMeasurementTools implements MeasurementTools {

	@Override
	public void add(ViewportServices services, MeasurementStore store) {
		services.layers().add(new MeasurementLayer(store));
		List.of(new LineTool(store), new PolylineTool(store), new AngleTool(store), new CobbAngleTool(store),
				new RectangleTool(store), new EllipseTool(store)).forEach(services.tools()::add);
	}
}
