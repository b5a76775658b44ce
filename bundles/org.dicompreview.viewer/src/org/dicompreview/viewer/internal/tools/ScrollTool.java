package org.dicompreview.viewer.internal.tools;

import java.util.Optional;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.swt.SWT;
import org.osgi.service.component.annotations.Component;

/** Steps through the slices: towards the person to the right end of the slider, with Shift ten at a time. */
@Component(service = Tool.class)
public final class ScrollTool implements Tool {

	private static final int PAGE = 10;
	/** The whole stack is as far as this part of the canvas, but no slice nearer to the next than so many points. */
	private static final double PART = 0.8;
	private static final double LEAST_STEP = 2;

	@Override
	public String id() {
		return SCROLL;
	}

	@Override
	public String label() {
		return Messages.ScrollTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		ViewportModel model = event.viewport().model();
		int start = model.navigator().index();
		double step = Math.max(LEAST_STEP, event.viewport().canvas().getClientArea().height * PART
				/ Math.max(1, model.navigator().count()));
		return Optional.of(at -> {
			int target = start + (int) Math.round((at.point().y() - event.point().y()) / step);
			if (target != model.navigator().index()) {
				model.moveTo(target);
			}
		});
	}

	@Override
	public void wheel(ToolEvent event) {
		event.viewport().model().moveBy(-Integer.signum(event.count()) * (event.has(SWT.SHIFT) ? PAGE : 1));
	}
}
