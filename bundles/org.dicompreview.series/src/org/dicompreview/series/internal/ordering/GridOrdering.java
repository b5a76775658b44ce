package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.grid.AxisFinder;
import org.dicompreview.series.internal.grid.Grid;
import org.dicompreview.series.internal.grid.Positions;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.Dimension;

/** Arranges frames on a grid of positions and further axes. */
final class GridOrdering {

	private GridOrdering() {
	}

	/**
	 * {@return the places of parallel frames, by position; by what varies most where all lie at one position; absent
	 * where nothing that is known varies there either}
	 */
	static Optional<Arrangement> spatial(List<ImageFrame> frames, List<Dimension> dimensions, String rule) {
		Positions positions = Positions.of(frames);
		Grid grid = new Grid(frames, positions.index(), positions.count());
		AxisFinder.resolve(grid, frames, dimensions);
		if (positions.count() == 1 && AxisFinder.onlyRepeats(grid)) {
			return Optional.empty();
		}
		if (positions.count() == 1 && !grid.axes().isEmpty()) {
			return Optional.of(promote(frames, grid, longest(grid.axes())));
		}
		Axis axis = new Axis("position", Messages.text("axis.position"), List.of()); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(place(frames, positions.index(), grid, axis, rule, true));
	}

	/** {@return the places on a grid of positions} */
	static Arrangement place(List<ImageFrame> frames, int[] position, Grid grid, Axis axis, String rule,
			boolean spatial) {
		List<Arrangement.Place> places = new ArrayList<>(frames.size());
		for (int i = 0; i < frames.size(); i++) {
			places.add(new Arrangement.Place(frames.get(i), position[i], grid.coordinates(i, -1)));
		}
		return new Arrangement(rule, spatial, axis, grid.axes(), places);
	}

	/** {@return the places where one of the axes of a grid without positions becomes the position axis} */
	static Arrangement promote(List<ImageFrame> frames, Grid grid, int axis) {
		List<Axis> rest = new ArrayList<>(grid.axes());
		Axis promoted = rest.remove(axis);
		List<Arrangement.Place> places = new ArrayList<>(frames.size());
		for (int i = 0; i < frames.size(); i++) {
			places.add(new Arrangement.Place(frames.get(i), grid.coordinate(i, axis), grid.coordinates(i, axis)));
		}
		return new Arrangement(promoted.label(), false, promoted, rest, places);
	}

	static int longest(List<Axis> axes) {
		int longest = 0;
		for (int i = 1; i < axes.size(); i++) {
			if (axes.get(i).size() > axes.get(longest).size()) {
				longest = i;
			}
		}
		return longest;
	}
}
