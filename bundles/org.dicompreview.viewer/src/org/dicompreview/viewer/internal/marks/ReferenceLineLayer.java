package org.dicompreview.viewer.internal.marks;

import java.util.Optional;

import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.SliceNavigator;
import org.dicompreview.viewer.ViewportLink;
import org.dicompreview.viewer.ViewportLinks;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** Where the slice of the active viewport cuts the others, and the first and last one of its stack, thinner. */
@Component(service = Layer.class)
public final class ReferenceLineLayer implements Layer {

	private static final Color CURRENT = new Color(110, 231, 120);
	private static final Color END = new Color(90, 190, 100);
	private static final int CURRENT_WIDTH = 2;
	private static final int END_WIDTH = 1;

	@Override
	public String id() {
		return "org.dicompreview.viewer.referenceLines"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.ReferenceLineLayer_label;
	}

	@Override
	public int order() {
		return MARKS;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		ViewportLinks links = context.viewport().links();
		Optional<ViewportModel> active = links.active().filter(model -> model != context.viewport().model());
		if (active.isEmpty() || !links.isOn(ViewportLink.REFERENCE_LINES)) {
			return;
		}
		SliceNavigator navigator = active.get().navigator();
		Optional<Slice> current = active.get().slice();
		navigator.ends().stream().filter(slice -> !current.filter(slice::equals).isPresent())
				.forEach(slice -> paint(gc, context.transform(), slice, false));
		current.ifPresent(slice -> paint(gc, context.transform(), slice, true));
	}

	private static void paint(GC gc, ImageTransform transform, Slice slice, boolean current) {
		Optional<ImagePlane.Line> line = transform.plane().flatMap(plane -> slice.imagePlane().flatMap(plane::intersection));
		if (line.isPresent()) {
			try (RimmedLines lines = new RimmedLines(gc, current ? CURRENT_WIDTH : END_WIDTH)) {
				lines.add(transform.toDisplay(new ImagePoint(line.get().column1(), line.get().row1())),
						transform.toDisplay(new ImagePoint(line.get().column2(), line.get().row2())));
				lines.draw(current ? CURRENT : END);
			}
		}
	}
}
