package org.dicompreview.viewer.internal.regionwindow;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** The rectangle whose values become the window. */
@Component(service = Layer.class)
public final class RegionWindowLayer implements Layer {

	private static final Color LINE = new Color(255, 222, 89);
	private static final Color RIM = new Color(0, 0, 0);

	@Override
	public String id() {
		return "org.dicompreview.viewer.regionWindow"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.RegionWindowLayer_label;
	}

	@Override
	public int order() {
		return MARKS + 1;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		DraggedRegion.of(context.viewport()).ifPresent(region -> {
			int x = (int) Math.min(region.from().x(), region.to().x());
			int y = (int) Math.min(region.from().y(), region.to().y());
			int width = (int) Math.abs(region.to().x() - region.from().x());
			int height = (int) Math.abs(region.to().y() - region.from().y());
			gc.setForeground(RIM);
			gc.drawRectangle(x, y, width, height);
			gc.setForeground(LINE);
			gc.setLineStyle(SWT.LINE_DASH);
			gc.drawRectangle(x, y, width, height);
		});
	}
}
