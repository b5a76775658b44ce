package org.dicompreview.series.internal.ordering;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Arrangement;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.OrderingRule;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.grid.AxisFinder;
import org.dicompreview.series.internal.grid.Grid;

/** Nuclear Medicine without geometry: the vectors of the instance say what each frame is (PS3.3 C.8.4.8). */
@Component(property = "service.ranking:Integer=70")
public final class VectorOrdering implements OrderingRule {

	private static final int[] VECTORS = { Tag.ENERGY_WINDOW_VECTOR, Tag.DETECTOR_VECTOR, Tag.PHASE_VECTOR,
			Tag.ROTATION_VECTOR, Tag.RR_INTERVAL_VECTOR, Tag.TIME_SLOT_VECTOR, Tag.SLICE_VECTOR,
			Tag.ANGULAR_VIEW_VECTOR, Tag.TIME_SLICE_VECTOR };
	/** What a person scrolls through before anything else. */
	private static final List<String> SLIDERS = List.of("slice", "angular-view", "time-slice"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	@Override
	public String name() {
		return Messages.text("rule.vector"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		if (frames.size() < 2 || !frames.stream().allMatch(VectorOrdering::hasVector)) {
			return Optional.empty();
		}
		Grid grid = new Grid(frames, new int[frames.size()], 1);
		AxisFinder.resolve(grid, frames);
		return Optional.of(GridOrdering.promote(frames, grid, slider(grid.axes())));
	}

	private static boolean hasVector(ImageFrame frame) {
		for (int vector : VECTORS) {
			if (frame.element(vector).isPresent()) {
				return true;
			}
		}
		return false;
	}

	private static int slider(List<Axis> axes) {
		for (String name : SLIDERS) {
			for (int i = 0; i < axes.size(); i++) {
				if (axes.get(i).name().equals(name)) {
					return i;
				}
			}
		}
		return GridOrdering.longest(axes);
	}
}
