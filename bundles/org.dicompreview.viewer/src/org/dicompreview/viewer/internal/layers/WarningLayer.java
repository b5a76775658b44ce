package org.dicompreview.viewer.internal.layers;

import org.dicompreview.dicom.Texts;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.TextPainter;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** Says that a picture is not whole. */
@Component(service = Layer.class)
public final class WarningLayer implements Layer {

	private static final Color WARNING = new Color(255, 196, 92);

	@Override
	public String id() {
		return "org.dicompreview.viewer.warnings"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.WarningLayer_label;
	}

	@Override
	public int order() {
		return WARNINGS;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		context.rendered().reason().ifPresent(reason -> new TextPainter(gc, context.area()).footer(Texts.words(reason), WARNING));
	}

	@Override
	public String description(LayerContext context) {
		return context.rendered().reason().map(Texts::words).orElse(""); //$NON-NLS-1$
	}
}
