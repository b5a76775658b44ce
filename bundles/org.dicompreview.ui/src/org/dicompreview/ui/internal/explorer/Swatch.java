package org.dicompreview.ui.internal.explorer;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** A square of a colour, as large as an icon. Its grey edge tells any colour from a light and from a dark background. */
final class Swatch {

	private static final int SIZE = 16;
	private static final int MARGIN = 2;
	private static final int EDGE = 1;
	private static final int EDGE_COLOR = 0x808080;
	private static final int OPAQUE = 0xFF;
	private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

	private Swatch() {
	}

	/** {@return a colour for people: {@code #RRGGBB}} */
	static String name(int rgb) {
		return String.format("#%06X", rgb); //$NON-NLS-1$
	}

	/** {@return the square at any zoom} */
	static ImageDescriptor of(int rgb) {
		return ImageDescriptor.createFromImageDataProvider(zoom -> pixels(rgb, zoom));
	}

	private static ImageData pixels(int rgb, int zoom) {
		int size = scaled(SIZE, zoom);
		int margin = scaled(MARGIN, zoom);
		int edge = margin + scaled(EDGE, zoom);
		ImageData data = new ImageData(size, size, 24, RGB);
		data.alphaData = new byte[size * size];
		for (int y = margin; y < size - margin; y++) {
			for (int x = margin; x < size - margin; x++) {
				boolean inner = x >= edge && x < size - edge && y >= edge && y < size - edge;
				data.setPixel(x, y, inner ? rgb : EDGE_COLOR);
				data.setAlpha(x, y, OPAQUE);
			}
		}
		return data;
	}

	private static int scaled(int points, int zoom) {
		return Math.round(points * zoom / 100f);
	}
}
