package org.dicompreview.viewer.internal.layers;

import java.util.Optional;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.TextPainter;
import org.dicompreview.viewer.measure.MeasurementTexts;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.osgi.service.component.annotations.Component;

/** A bar of a round length in mm above the lower edge; says where that is not the length in the patient. */
@Component(service = Layer.class)
public final class ScaleBarLayer implements Layer {

	private static final Color BAR = new Color(222, 222, 222);
	private static final Color RIM = new Color(0, 0, 0);
	private static final int TICK = 6;
	private static final int END_TICK = 10;
	private static final int LEAST_LINES = 8;
	private static final int MOST_DIGITS = 6;

	@Override
	public String id() {
		return SCALE_BAR;
	}

	@Override
	public String label() {
		return Messages.ScaleBarLayer_label;
	}

	@Override
	public int order() {
		return TEXTS;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		ScaleBar.of(context.transform(), context.area()).ifPresent(bar -> paint(gc, context.area(), bar));
	}

	private static void paint(GC gc, Rectangle area, ScaleBar bar) {
		TextPainter painter = new TextPainter(gc, area);
		if (area.height < LEAST_LINES * painter.lineHeight()) {
			return; // other texts need the room
		}
		double left = area.x + (area.width - bar.points()) / 2;
		int bottom = area.y + area.height - 2 * TextPainter.MARGIN - painter.lineHeight();
		for (boolean rim : new boolean[] { true, false }) {
			gc.setBackground(rim ? RIM : BAR);
			fill(gc, (int) Math.round(left), bottom - 1, (int) Math.round(left + bar.points()) - (int) Math.round(left) + 1, 1, rim);
			for (int i = 0; i <= bar.parts(); i++) {
				int tick = i == 0 || i == bar.parts() ? END_TICK : TICK;
				fill(gc, (int) Math.round(left + bar.points() * i / bar.parts()), bottom - tick, 1, tick, rim);
			}
		}
		String text = text(bar);
		painter.text(text, area.x + (area.width - painter.width(text)) / 2, bottom - END_TICK - painter.lineHeight());
	}

	private static void fill(GC gc, int x, int y, int width, int height, boolean rim) {
		int border = rim ? 1 : 0;
		gc.fillRectangle(x - border, y - border, width + 2 * border, height + 2 * border);
	}

	private static String text(ScaleBar bar) {
		String length = Numbers.format(bar.millimetres(), MOST_DIGITS);
		Optional<String> caution = MeasurementTexts.caution(bar.rule());
		return caution.isPresent() ? NLS.bind(Messages.ScaleBarLayer_caution, length, caution.get())
				: NLS.bind(Messages.ScaleBarLayer_length, length);
	}

	@Override
	public String description(LayerContext context) {
		return ScaleBar.of(context.transform(), context.area())
				.map(bar -> NLS.bind(Messages.ScaleBarLayer_description, text(bar))).orElse(""); //$NON-NLS-1$
	}
}
