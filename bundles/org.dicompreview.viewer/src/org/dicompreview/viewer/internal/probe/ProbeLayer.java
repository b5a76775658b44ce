package org.dicompreview.viewer.internal.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.PixelValue;
import org.dicompreview.series.Vector3;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.TextPainter;
import org.dicompreview.viewer.internal.text.PixelTexts;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.osgi.service.component.annotations.Component;

/** Tells what the pixel holds at which a person probes: its values, its column and row, its place in the patient. */
@Component(service = Layer.class)
public final class ProbeLayer implements Layer {

	private static final Color CROSS = new Color(255, 222, 89);
	private static final Color RIM = new Color(0, 0, 0);
	private static final int INNER = 4;
	private static final int OUTER = 12;
	private static final int PADDING = 3;
	private static final int BACKGROUND_ALPHA = 170;

	@Override
	public String id() {
		return "org.dicompreview.viewer.probe"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.ProbeLayer_label;
	}

	@Override
	public int order() {
		return TEXTS + 1;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		Optional<PixelValue> value = value(context);
		if (value.isPresent()) {
			DisplayPoint place = ProbePlace.of(context.viewport()).orElseThrow();
			cross(gc, (int) place.x(), (int) place.y());
			text(gc, lines(value.get()), place, context.area());
		}
	}

	private static Optional<PixelValue> value(LayerContext context) {
		if (context.rendered().coarse()) {
			return Optional.empty();
		}
		Optional<ImagePoint> at = ProbePlace.of(context.viewport()).map(context.transform()::toImage);
		return at.flatMap(point -> context.rendered().frame()
				.flatMap(frame -> frame.value((int) Math.floor(point.column()), (int) Math.floor(point.row()))));
	}

	private static void cross(GC gc, int x, int y) {
		for (int width : new int[] { 3, 1 }) {
			gc.setLineWidth(width);
			gc.setForeground(width == 1 ? CROSS : RIM);
			gc.drawLine(x - OUTER, y, x - INNER, y);
			gc.drawLine(x + INNER, y, x + OUTER, y);
			gc.drawLine(x, y - OUTER, x, y - INNER);
			gc.drawLine(x, y + INNER, x, y + OUTER);
		}
	}

	private static List<String> lines(PixelValue value) {
		List<String> lines = new ArrayList<>(List.of(PixelTexts.of(value), NLS.bind(Messages.ProbeLayer_pixel,
				Integer.toString(value.column() + 1), Integer.toString(value.row() + 1))));
		value.position().map(ProbeLayer::position).ifPresent(lines::add);
		return lines;
	}

	private static String position(Vector3 place) {
		return NLS.bind(Messages.ProbeLayer_position,
				new Object[] { Numbers.format(place.x(), 1), Numbers.format(place.y(), 1), Numbers.format(place.z(), 1) });
	}

	/** Writes below and right of the pointer, or where there is room. */
	private static void text(GC gc, List<String> lines, DisplayPoint place, Rectangle area) {
		TextPainter painter = new TextPainter(gc, area);
		int width = lines.stream().mapToInt(painter::width).max().orElse(0) + 2 * PADDING;
		int height = lines.size() * painter.lineHeight() + 2 * PADDING;
		int x = (int) place.x() + OUTER;
		int y = (int) place.y() + OUTER;
		x = x + width <= area.x + area.width ? x : (int) place.x() - OUTER - width;
		y = y + height <= area.y + area.height ? y : (int) place.y() - OUTER - height;
		gc.setBackground(RIM);
		gc.setAlpha(BACKGROUND_ALPHA);
		gc.setAntialias(SWT.ON);
		gc.fillRoundRectangle(x, y, width, height, 2 * PADDING, 2 * PADDING);
		gc.setAlpha(255);
		painter.text(String.join("\n", lines), x + PADDING, y + PADDING); //$NON-NLS-1$
	}

	@Override
	public String description(LayerContext context) {
		return value(context).map(value -> String.join("\n", lines(value))).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
