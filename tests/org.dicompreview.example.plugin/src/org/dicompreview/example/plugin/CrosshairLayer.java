package org.dicompreview.example.plugin;

import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** Marks the middle of images of 48 columns and rows. */
@Component(service = Layer.class)
public final class CrosshairLayer implements Layer {
	@Override
	public String id() {
		return "org.dicompreview.example.crosshair";
	}

	@Override
	public String label() {
		return "Crosshair";
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		var middle = context.transform().toDisplay(new ImagePoint(24, 24));
		gc.setBackground(new Color(255, 0, 255));
		gc.fillRectangle((int) middle.x() - 9, (int) middle.y() - 1, 19, 3);
	}
}
