package org.dicompreview.viewer.internal.strip;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** Lets people switch the strip along the slider on and off as they do with layers; it lies beside the picture. */
@Component(service = Layer.class)
public final class StripLayer implements Layer {

	@Override
	public String id() {
		return SERIES_STRIP;
	}

	@Override
	public String label() {
		return Messages.StripLayer_label;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		// Nothing over the picture.
	}
}
