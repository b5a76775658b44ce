package org.dicompreview.series.internal.ordering;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.grid.AxisFinder;
import org.dicompreview.series.internal.grid.Grid;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.OrderingRule;

/**
 * Frames without geometry that say by index what they are: the vectors of Nuclear Medicine (PS3.3 C.8.4.8) and the
 * dimensions of enhanced images (C.7.6.17).
 */
@Component(property = "service.ranking:Integer=70")
public final class IndexOrdering implements OrderingRule {

	private static final int[] VECTORS = { Tag.ENERGY_WINDOW_VECTOR, Tag.DETECTOR_VECTOR, Tag.PHASE_VECTOR,
			Tag.ROTATION_VECTOR, Tag.RR_INTERVAL_VECTOR, Tag.TIME_SLOT_VECTOR, Tag.SLICE_VECTOR,
			Tag.ANGULAR_VIEW_VECTOR, Tag.TIME_SLICE_VECTOR };
	/** What a person scrolls through before anything else. */
	private static final List<String> SLIDERS = List.of("slice", "angular-view", "time-slice"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	@Override
	public String name() {
		return Messages.text("rule.index"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		return arrange(frames, List.of());
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames, List<Dimension> dimensions) {
		if (frames.size() < 2 || !frames.stream().allMatch(IndexOrdering::isIndexed)) {
			return Optional.empty();
		}
		List<Integer> places = frames.stream().map(IndexOrdering::place).distinct().sorted().toList();
		int[] position = frames.stream().mapToInt(frame -> Collections.binarySearch(places, place(frame))).toArray();
		Grid grid = new Grid(frames, position, places.size());
		AxisFinder.resolve(grid, frames, dimensions);
		if (places.size() == 1) {
			return Optional.of(GridOrdering.promote(frames, grid, slider(grid.axes())));
		}
		List<String> labels = places.stream()
				.map(place -> place == Integer.MAX_VALUE ? "–" : place.toString()).toList(); //$NON-NLS-1$
		Axis axis = new Axis("slice", Messages.text("axis.slice"), labels); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(GridOrdering.place(frames, position, grid, axis, name(), false));
	}

	/** {@return the place in its stack that the frame states without saying where that lies} */
	private static Integer place(ImageFrame frame) {
		OptionalInt place = frame.attributes().integer(Tag.IN_STACK_POSITION_NUMBER);
		return place.orElse(Integer.MAX_VALUE);
	}

	private static boolean isIndexed(ImageFrame frame) {
		if (frame.attributes().contains(Tag.DIMENSION_INDEX_VALUES)) {
			return true;
		}
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
