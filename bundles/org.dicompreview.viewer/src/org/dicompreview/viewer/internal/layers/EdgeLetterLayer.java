package org.dicompreview.viewer.internal.layers;

import java.util.List;
import java.util.stream.Collectors;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.TextPainter;
import org.dicompreview.viewer.internal.text.PictureTexts;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.osgi.service.component.annotations.Component;

/** The directions of the patient at the edges of the canvas. */
@Component(service = Layer.class)
public final class EdgeLetterLayer implements Layer {

	@Override
	public String id() {
		return DIRECTIONS;
	}

	@Override
	public String label() {
		return Messages.EdgeLetterLayer_label;
	}

	@Override
	public int order() {
		return TEXTS;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		TextPainter painter = new TextPainter(gc, context.area());
		Rectangle area = context.area();
		List<String> edges = PictureTexts.edges(context.rendered());
		int middleY = area.y + (area.height - painter.lineHeight()) / 2;
		painter.text(edges.get(0), area.x + TextPainter.MARGIN, middleY);
		painter.text(edges.get(1), area.x + area.width - TextPainter.MARGIN - painter.width(edges.get(1)), middleY);
		painter.text(edges.get(2), area.x + (area.width - painter.width(edges.get(2))) / 2, area.y + TextPainter.MARGIN);
		painter.text(edges.get(3), area.x + (area.width - painter.width(edges.get(3))) / 2,
				area.y + area.height - TextPainter.MARGIN - painter.lineHeight());
	}

	@Override
	public String description(LayerContext context) {
		return PictureTexts.edges(context.rendered()).stream().filter(text -> !text.isEmpty())
				.collect(Collectors.joining(" ")); //$NON-NLS-1$
	}
}
