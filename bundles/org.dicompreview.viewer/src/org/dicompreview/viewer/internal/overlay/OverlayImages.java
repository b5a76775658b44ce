package org.dicompreview.viewer.internal.overlay;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dicompreview.rendering.overlay.OverlayRaster;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;

/** The images of the rasters that were painted last on a canvas, which disposes of them with itself. UI thread only. */
final class OverlayImages {

	private static final String KEY = "org.dicompreview.viewer.overlayImages"; //$NON-NLS-1$
	private static final PaletteData RED_FIRST = new PaletteData(0xFF0000, 0x00FF00, 0x0000FF);
	/** Pixels of all images. */
	private static final long MOST_PIXELS = 4_000_000;

	/** What an image was made of; rasters are told apart by what they are, not by what is in them. */
	private record Source(OverlayRaster raster, int color) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Source source && source.raster == raster && source.color == color;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(raster) * 31 + color;
		}
	}

	private final Display display;
	private final Map<Source, Image> images = new LinkedHashMap<>(16, 0.75f, true);
	private long pixels;

	private OverlayImages(Canvas canvas) {
		display = canvas.getDisplay();
		canvas.addListener(SWT.Dispose, e -> images.values().forEach(Image::dispose));
	}

	/** {@return the images of a canvas} */
	static OverlayImages of(Canvas canvas) {
		if (!(canvas.getData(KEY) instanceof OverlayImages)) {
			canvas.setData(KEY, new OverlayImages(canvas));
		}
		return (OverlayImages) canvas.getData(KEY);
	}

	/** {@return the image of a raster; stays here} @param color of what has none of its own */
	Image get(OverlayRaster raster, int color) {
		Source source = new Source(raster, raster.colors().isPresent() ? 0 : color);
		Image known = images.get(source);
		if (known != null) {
			return known;
		}
		Image image = new Image(display, data(raster, color));
		images.put(source, image);
		pixels += raster.alpha().length;
		Iterator<Map.Entry<Source, Image>> oldest = images.entrySet().iterator();
		while (pixels > MOST_PIXELS && images.size() > 1) {
			Map.Entry<Source, Image> entry = oldest.next();
			pixels -= entry.getKey().raster().alpha().length;
			entry.getValue().dispose();
			oldest.remove();
		}
		return image;
	}

	private static ImageData data(OverlayRaster raster, int color) {
		ImageData data = new ImageData(raster.columns(), raster.rows(), 24, RED_FIRST);
		int[] colors = raster.colors().orElse(null);
		int[] row = new int[raster.columns()];
		Arrays.fill(row, color);
		for (int y = 0; y < raster.rows(); y++) {
			if (colors != null) {
				System.arraycopy(colors, y * raster.columns(), row, 0, row.length);
			}
			data.setPixels(0, y, row.length, row, 0);
		}
		data.alphaData = raster.alpha().clone();
		return data;
	}
}
