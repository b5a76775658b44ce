package org.dicompreview.viewer.internal.magnifier;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.osgi.service.component.annotations.Component;

/** The lens of the magnifier, with a cross on the pixel under the pointer. */
@Component(service = Layer.class)
public final class MagnifierLayer implements Layer {

	private static final Color RIM = new Color(222, 222, 222);
	private static final Color CROSS = new Color(255, 222, 89);
	private static final int GAP = 8;
	private static final int ARM = 16;

	@Override
	public String id() {
		return "org.dicompreview.viewer.magnifier"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.MagnifierLayer_label;
	}

	@Override
	public int order() {
		return TEXTS + 2;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		Lens.of(context.viewport()).flatMap(lens -> lens.view(context.rendered()))
				.ifPresent(view -> paint(gc, view, context.rendered().target().zoom()));
	}

	private static void paint(GC gc, Lens.View view, int zoom) {
		int left = (int) view.place().x() - Lens.SIZE / 2;
		int top = (int) view.place().y() - Lens.SIZE / 2;
		ImageData data = view.data();
		ImageDataProvider provider = wanted -> wanted == zoom ? data
				: data.scaledTo(Math.max(1, data.width * wanted / zoom), Math.max(1, data.height * wanted / zoom));
		Image image = new Image(gc.getDevice(), provider);
		try {
			gc.drawImage(image, left, top);
		} finally {
			image.dispose();
		}
		gc.setForeground(RIM);
		gc.drawRectangle(left - 1, top - 1, Lens.SIZE + 1, Lens.SIZE + 1);
		int x = (int) view.place().x();
		int y = (int) view.place().y();
		gc.setForeground(CROSS);
		gc.drawLine(x - ARM, y, x - GAP, y);
		gc.drawLine(x + GAP, y, x + ARM, y);
		gc.drawLine(x, y - ARM, x, y - GAP);
		gc.drawLine(x, y + GAP, x, y + ARM);
	}
}
