package org.dicompreview.viewer.internal.layers;

import java.util.stream.Collectors;

import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.TextPainter;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** The texts that a presentation state puts on the image. */
@Component(service = Layer.class)
public final class StateTextLayer implements Layer {

	/** Points between an anchor and a text that has no place of its own. */
	private static final int GAP = 4;

	@Override
	public String id() {
		return "org.dicompreview.viewer.stateTexts"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.StateTextLayer_label;
	}

	@Override
	public int order() {
		return IMAGE;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		TextPainter painter = new TextPainter(gc, context.area());
		context.rendered().texts().forEach(text -> paint(gc, painter, text, context.transform()));
	}

	private static void paint(GC gc, TextPainter painter, TextAnnotation text, ImageTransform transform) {
		DisplayPoint anchor = text.anchor().map(at -> transform.toDisplay(new ImagePoint(at[0], at[1]))).orElse(null);
		DisplayPoint at = text.box()
				.map(box -> corner(transform.toDisplay(new ImagePoint(box[0], box[1])),
						transform.toDisplay(new ImagePoint(box[2], box[3]))))
				.orElse(anchor == null ? null : new DisplayPoint(anchor.x() + GAP, anchor.y() + GAP));
		if (at == null) {
			return;
		}
		int x = (int) Math.round(at.x());
		int y = (int) Math.round(at.y());
		if (text.line() && anchor != null) {
			gc.drawLine(x, y + painter.lineHeight() / 2, (int) Math.round(anchor.x()), (int) Math.round(anchor.y()));
		}
		painter.text(text.text(), x, y);
	}

	private static DisplayPoint corner(DisplayPoint a, DisplayPoint b) {
		return new DisplayPoint(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()));
	}

	@Override
	public String description(LayerContext context) {
		return context.rendered().texts().stream().map(TextAnnotation::text).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}
}
