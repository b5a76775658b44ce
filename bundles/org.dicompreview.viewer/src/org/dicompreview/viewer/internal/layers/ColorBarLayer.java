package org.dicompreview.viewer.internal.layers;

import java.util.Optional;

import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.TextPainter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The colours of a colour map with the values that have them, at the right edge. */
@Component(service = Layer.class)
public final class ColorBarLayer implements Layer {

	private static final Color RIM = new Color(0, 0, 0);
	private static final int WIDTH = 12;
	private static final int LEAST_LINES = 3;
	private static final int MOST_HEIGHT = 256;
	private static final double PART = 0.4;
	/** Room for the letter at the edge of the canvas. */
	private static final String LETTERS = "WW"; //$NON-NLS-1$

	private final FrameRenderer renderer;

	/** @param renderer knows the colours */
	@Activate
	public ColorBarLayer(@Reference FrameRenderer renderer) {
		this.renderer = renderer;
	}

	/** Called by {@link java.util.ServiceLoader}. */
	public ColorBarLayer() {
		this(FrameRenderer.standalone());
	}

	@Override
	public String id() {
		return COLOR_BAR;
	}

	@Override
	public String label() {
		return Messages.ColorBarLayer_label;
	}

	@Override
	public int order() {
		return TEXTS;
	}

	private Optional<ColorScale> scale(LayerContext context) {
		return context.rendered().settings().window().colorMap().isEmpty() ? Optional.empty()
				: context.rendered().frame().flatMap(frame -> renderer.scale(frame, context.rendered().settings()));
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		scale(context).ifPresent(scale -> paint(gc, context.area(), scale));
	}

	private static void paint(GC gc, Rectangle area, ColorScale scale) {
		TextPainter painter = new TextPainter(gc, area);
		int height = (int) Math.min(MOST_HEIGHT, PART * area.height);
		if (height < LEAST_LINES * painter.lineHeight()) {
			return; // other texts need the room
		}
		int right = area.x + area.width - 2 * TextPainter.MARGIN - painter.width(LETTERS);
		int top = area.y + (area.height - height) / 2;
		gc.setBackground(RIM);
		gc.fillRectangle(right - WIDTH - 1, top - 1, WIDTH + 2, height + 2);
		int[] colors = scale.colors();
		for (int y = 0; y < height; y++) {
			int color = colors[(int) ((height - 1 - y + 0.5) * colors.length / height)];
			gc.setBackground(new Color(color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF));
			gc.fillRectangle(right - WIDTH, top + y, WIDTH, 1);
		}
		String upper = value(scale.upper(), scale.unit());
		String lower = value(scale.lower(), scale.unit());
		painter.text(upper, right - painter.width(upper), top - 2 - painter.lineHeight());
		painter.text(lower, right - painter.width(lower), top + height + 2);
	}

	private static String value(double value, String unit) {
		return unit.isEmpty() ? Numbers.format(value) : NLS.bind(Messages.ColorBarLayer_value, Numbers.format(value), unit);
	}

	@Override
	public String description(LayerContext context) {
		return scale(context).map(scale -> NLS.bind(Messages.ColorBarLayer_description, value(scale.lower(), scale.unit()),
				value(scale.upper(), scale.unit()))).orElse(""); //$NON-NLS-1$
	}
}
