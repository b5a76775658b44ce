package org.dicompreview.ui.internal.picture;

import java.util.Optional;
import java.util.function.Supplier;

import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/**
 * The picture of a viewport at one moment. Made on the UI thread; what takes long is done when its pixels are asked for, on
 * another thread.
 */
final class PictureSnapshot implements Supplier<ImageData> {

	private static final int PERCENT = 100;

	private final Viewport viewport;
	private final Display display;
	private final FrameRenderer renderer;
	private final RenderedSlice rendered;
	private final PictureOptions options;
	/** The pixels, where they are known already; {@code null} else. */
	private final ImageData seen;

	private PictureSnapshot(Viewport viewport, FrameRenderer renderer, RenderedSlice rendered, PictureOptions options) {
		this.viewport = viewport;
		this.renderer = renderer;
		this.rendered = rendered;
		this.options = options;
		display = viewport.control().getDisplay();
		seen = options.stored() ? null : options.annotated() ? painted(viewport) : rendered.picture().orElseThrow().data();
	}

	/** {@return the picture as it is now; absent while there is none, or none in full} */
	static Optional<PictureSnapshot> of(Viewport viewport, FrameRenderer renderer, PictureOptions options) {
		return viewport.model().rendered().filter(each -> each.picture().isPresent() && !each.coarse())
				.map(each -> new PictureSnapshot(viewport, renderer, each, options));
	}

	/** {@return what is on the canvas, in pixels of the screen} */
	static ImageData painted(Viewport viewport) {
		Rectangle area = viewport.canvas().getClientArea();
		Image image = new Image(viewport.canvas().getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
		try {
			GC gc = new GC(image);
			try {
				gc.setFont(viewport.canvas().getFont());
				viewport.paint(gc);
			} finally {
				gc.dispose();
			}
			return image.getImageData(viewport.canvas().getMonitor().getZoom());
		} finally {
			image.dispose();
		}
	}

	/** {@return the pixels} Not for the UI thread. */
	@Override
	public ImageData get() {
		if (seen != null) {
			return seen;
		}
		Picture stored = renderer.renderAtStoredResolution(rendered.frame().orElseThrow(), rendered.settings());
		if (!options.annotated()) {
			return stored.data();
		}
		ImageData[] annotated = { stored.data() };
		display.syncExec(() -> {
			if (!viewport.control().isDisposed()) {
				annotated[0] = annotated(stored);
			}
		});
		return annotated[0];
	}

	/** Layers paint on the UI thread. */
	private ImageData annotated(Picture stored) {
		Image image = new Image(display, direct(stored.data()));
		try {
			GC gc = new GC(image);
			try {
				gc.setFont(viewport.canvas().getFont());
				viewport.paintLayers(gc, rendered(stored), new Rectangle(0, 0, stored.data().width, stored.data().height));
			} finally {
				gc.dispose();
			}
			return image.getImageData(PERCENT);
		} finally {
			image.dispose();
		}
	}

	/** {@return the pixels in true colours: what is painted over grey may be colourful} */
	private static ImageData direct(ImageData data) {
		if (data.palette.isDirect) {
			return data;
		}
		ImageData direct = new ImageData(data.width, data.height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		int[] line = new int[data.width];
		for (int y = 0; y < data.height; y++) {
			data.getPixels(0, y, data.width, line, 0);
			for (int x = 0; x < data.width; x++) {
				line[x] = direct.palette.getPixel(data.palette.getRGB(line[x]));
			}
			direct.setPixels(0, y, data.width, line, 0);
		}
		return direct;
	}

	private RenderedSlice rendered(Picture stored) {
		return new RenderedSlice(rendered.identity(), rendered.slice(), false, rendered.reason(), rendered.appearance(),
				new RenderTarget(stored.data().width, stored.data().height, PERCENT), rendered.frame(), rendered.settings(),
				Optional.of(stored), rendered.texts());
	}
}
