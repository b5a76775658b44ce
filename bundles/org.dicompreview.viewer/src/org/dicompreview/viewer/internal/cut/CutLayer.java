package org.dicompreview.viewer.internal.cut;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** The line along which a cut is going to be made. */
@Component(service = Layer.class)
public final class CutLayer implements Layer {

	private static final Color LINE = new Color(255, 222, 89);
	private static final Color RIM = new Color(0, 0, 0);
	private static final int WIDTH = 2;

	@Override
	public String id() {
		return "org.dicompreview.viewer.cut"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.CutLayer_label;
	}

	@Override
	public int order() {
		return MARKS + 1;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		CutLine.of(context.viewport()).ifPresent(line -> {
			gc.setAntialias(SWT.ON);
			gc.setForeground(RIM);
			gc.setLineWidth(WIDTH + 2);
			draw(gc, line);
			gc.setForeground(LINE);
			gc.setLineWidth(WIDTH);
			draw(gc, line);
		});
	}

	private static void draw(GC gc, CutLine line) {
		gc.drawLine((int) line.from().x(), (int) line.from().y(), (int) line.to().x(), (int) line.to().y());
	}
}
