package org.dicompreview.rendering.internal;

import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.internal.frame.GreyTables;
import org.dicompreview.rendering.internal.frame.PreparedFrame;
import org.dicompreview.rendering.internal.mark.Painter;
import org.dicompreview.rendering.internal.scale.Resampler;
import org.dicompreview.rendering.internal.scale.RowSource;
import org.dicompreview.rendering.internal.scale.Transposition;
import org.dicompreview.rendering.internal.scale.Viewport;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Renders by table, then scales, then turns; only what is visible. */
@Component(service = FrameRenderer.class)
public final class LutFrameRenderer implements FrameRenderer {

	private static final PaletteData GREY = new PaletteData(
			IntStream.range(0, 256).mapToObj(v -> new RGB(v, v, v)).toArray(RGB[]::new));
	private static final PaletteData RED_FIRST = new PaletteData(0xFF0000, 0x00FF00, 0x0000FF);

	private final ColorMaps colorMaps;
	private final GreyTables tables = new GreyTables();

	/** @param colorMaps for pseudo-colours */
	@Activate
	public LutFrameRenderer(@Reference ColorMaps colorMaps) {
		this.colorMaps = colorMaps;
	}

	/** Called by {@link java.util.ServiceLoader}. */
	public LutFrameRenderer() {
		this(new StandardColorMaps());
	}

	@Override
	public Picture render(DisplayFrame frame, DisplaySettings settings, int width, int height) {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("target " + width + " x " + height);
		}
		return render(prepared(frame), settings, Viewport.fit(shape(frame, settings), settings.placement(), width, height));
	}

	@Override
	public Picture renderAtStoredResolution(DisplayFrame frame, DisplaySettings settings) {
		return render(prepared(frame), settings, Viewport.stored(shape(frame, settings)));
	}

	@Override
	public Optional<ColorScale> scale(DisplayFrame frame, DisplaySettings settings) {
		return prepared(frame).levels(settings.window()).map(levels -> {
			String id = settings.window().colorMap();
			int[] map = id.isEmpty() ? IntStream.range(0, 256).map(v -> v * 0x010101).toArray() : colorMaps.colors(id);
			return new ColorScale(levels.lower(), levels.upper(), levels.unit(),
					IntStream.of(levels.values()).map(level -> map[level]).toArray());
		});
	}

	private static Viewport.Shape shape(DisplayFrame frame, DisplaySettings settings) {
		return new Viewport.Shape(frame.frame().columns(), frame.frame().rows(), frame.pixelAspect(),
				settings.orientation());
	}

	private static PreparedFrame prepared(DisplayFrame frame) {
		if (frame instanceof PreparedFrame prepared) {
			return prepared;
		}
		throw new IllegalArgumentException("frames come from the FrameLoader, not from " + frame.getClass().getName());
	}

	private Picture render(PreparedFrame frame, DisplaySettings settings, Viewport viewport) {
		RowSource rows = frame.rows(settings, tables);
		int channels = rows.channels();
		int pixels = Math.multiplyExact(viewport.width(), viewport.height());
		byte[] buffer = new byte[Math.multiplyExact(pixels, channels)];
		Resampler.draw(rows, viewport, settings.style().interpolation(), buffer);
		String colorMap = settings.window().colorMap();
		if (channels == 1 && !colorMap.isEmpty()) {
			buffer = colored(buffer, viewport, colorMaps.colors(colorMap));
			channels = 3;
		}
		if (settings.style().overlays()) {
			new Painter(viewport, channels, buffer).paint(frame.facts().marks());
		}
		if (viewport.transposed()) {
			buffer = Transposition.of(buffer, viewport.height(), viewport.width(), channels);
		}
		return new Picture(new ImageData(viewport.width(), viewport.height(), 8 * channels,
				channels == 1 ? GREY : RED_FIRST, 1, buffer), viewport.transform());
	}

	/** Grey to colours within the frame; what lies beside it stays black. */
	private static byte[] colored(byte[] grey, Viewport viewport, int[] map) {
		byte[] colors = new byte[Math.multiplyExact(grey.length, 3)];
		for (int y = viewport.rows().first(); y < viewport.rows().end(); y++) {
			int at = y * viewport.lineLength() + viewport.columns().first();
			for (int i = at; i < at + viewport.columns().length(); i++) {
				int color = map[grey[i] & 0xFF];
				colors[3 * i] = (byte) (color >> 16);
				colors[3 * i + 1] = (byte) (color >> 8);
				colors[3 * i + 2] = (byte) color;
			}
		}
		return colors;
	}
}
