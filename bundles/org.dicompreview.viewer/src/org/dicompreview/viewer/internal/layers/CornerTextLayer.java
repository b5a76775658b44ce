package org.dicompreview.viewer.internal.layers;

import java.util.List;
import java.util.stream.Collectors;

import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.TextPainter;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.internal.text.PictureTexts;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** Presentation state, pace, window and place in the corners of the canvas. */
@Component(service = Layer.class)
public final class CornerTextLayer implements Layer {

	@Override
	public String id() {
		return "org.dicompreview.viewer.corners"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.CornerTextLayer_label;
	}

	@Override
	public int order() {
		return TEXTS;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		TextPainter painter = new TextPainter(gc, context.area());
		List<String> corners = corners(context);
		for (int i = 0; i < corners.size(); i++) {
			painter.corner(corners.get(i), i % 2 == 1, i >= 2);
		}
	}

	@Override
	public String description(LayerContext context) {
		return corners(context).stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	/** {@return the texts top left, top right, bottom left, bottom right; lines separated by line feeds} */
	private static List<String> corners(LayerContext context) {
		RenderedSlice rendered = context.rendered();
		Viewport viewport = context.viewport();
		return List.of(PictureTexts.presentationState(rendered),
				PictureTexts.playback(viewport.model().playback(), viewport.paintedRate(), viewport.droppedPictures()),
				PictureTexts.window(rendered), PictureTexts.place(rendered));
	}
}
