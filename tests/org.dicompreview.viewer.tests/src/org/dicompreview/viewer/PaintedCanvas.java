package org.dicompreview.viewer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** What a paint event puts on a canvas, whether that is seen or not. */
final class PaintedCanvas {

	private final ImageData data;

	/** Has a canvas painted. */
	PaintedCanvas(Canvas canvas) {
		Rectangle area = canvas.getClientArea();
		Image image = new Image(canvas.getDisplay(), area.width, area.height);
		GC gc = new GC(image);
		try {
			Event paint = new Event();
			paint.gc = gc;
			paint.setBounds(area);
			canvas.notifyListeners(SWT.Paint, paint);
			data = image.getImageData(100);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	/** {@return the colour of the point that a place lies in} */
	RGB color(double x, double y) {
		return data.palette.getRGB(data.getPixel((int) Math.floor(x), (int) Math.floor(y)));
	}

	/** {@return whether a point has a colour that no grey image has} */
	boolean isColored(double x, double y) {
		RGB color = color(x, y);
		return Math.abs(color.red - color.green) > 40 || Math.abs(color.green - color.blue) > 40;
	}
}
