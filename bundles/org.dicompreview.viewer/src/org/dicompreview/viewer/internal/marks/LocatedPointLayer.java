package org.dicompreview.viewer.internal.marks;

import java.util.Optional;

import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.LocatedPoint;
import org.dicompreview.viewer.internal.text.PatientTexts;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.osgi.service.component.annotations.Component;

/** A crosshair at the point of the patient that was located, on the slice of each stack that is nearest to it. */
@Component(service = Layer.class)
public final class LocatedPointLayer implements Layer {

	private static final Color CROSS = new Color(255, 160, 48);
	private static final int WIDTH = 2;
	private static final int INNER = 5;
	private static final int OUTER = 20;

	@Override
	public String id() {
		return "org.dicompreview.viewer.locatedPoint"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return Messages.LocatedPointLayer_label;
	}

	@Override
	public int order() {
		return MARKS + 1;
	}

	@Override
	public void paint(GC gc, LayerContext context) {
		located(context).flatMap(located -> context.transform().toDisplay(located.point())).ifPresent(at -> cross(gc, at));
	}

	private static Optional<LocatedPoint> located(LayerContext context) {
		return context.viewport().links().located(context.viewport().model(), context.rendered().slice());
	}

	private static void cross(GC gc, DisplayPoint at) {
		try (RimmedLines lines = new RimmedLines(gc, WIDTH)) {
			for (int sign : new int[] { -1, 1 }) {
				lines.add(new DisplayPoint(at.x() + sign * INNER, at.y()), new DisplayPoint(at.x() + sign * OUTER, at.y()));
				lines.add(new DisplayPoint(at.x(), at.y() + sign * INNER), new DisplayPoint(at.x(), at.y() + sign * OUTER));
			}
			lines.draw(CROSS);
		}
	}

	@Override
	public String description(LayerContext context) {
		return located(context).map(PatientTexts::located).orElse(""); //$NON-NLS-1$
	}
}
