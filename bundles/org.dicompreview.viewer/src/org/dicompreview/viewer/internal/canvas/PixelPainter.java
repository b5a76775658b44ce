package org.dicompreview.viewer.internal.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;

/** Paints images at their own size, as fast as the platform can. UI thread only. */
public final class PixelPainter {

	private static final boolean GTK = "gtk".equals(SWT.getPlatform()); //$NON-NLS-1$

	private PixelPainter() {
	}

	/**
	 * Paints an image at the upper left end. With GTK, drawing an image copies its pixels into an array first, which takes longer
	 * than all the rest.
	 */
	public static void paint(GC gc, Image image) {
		if (!GTK) {
			gc.drawImage(image, 0, 0);
			return;
		}
		Pattern pixels = new Pattern(gc.getDevice(), image);
		try {
			gc.setBackgroundPattern(pixels);
			gc.fillRectangle(image.getBounds());
		} finally {
			gc.setBackgroundPattern(null);
			pixels.dispose();
		}
	}
}
