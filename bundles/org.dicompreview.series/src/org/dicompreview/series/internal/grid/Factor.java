package org.dicompreview.series.internal.grid;

import java.util.List;

/**
 * How a dimension divides the cells of a {@link Grid}.
 *
 * @param dimension the dimension
 * @param values    its values in order
 * @param index     for each frame, the index of its value
 * @param cells     cells of the grid before
 * @param pairs     cells after: combinations of a cell and a value that occur
 * @param widest    most values in one cell
 */
record Factor(GridDimension dimension, List<Value> values, int[] index, int cells, int pairs, int widest) {

	/** A grid is as good as complete from here: a lost file does not change what a series is. */
	private static final double COMPLETE = 0.8;
	/** Below this an axis would be mostly gaps. */
	private static final double SPARSE = 0.3;

	/** {@return whether the dimension tells frames of one cell apart} */
	boolean separates() {
		return pairs > cells;
	}

	/** {@return whether nearly every cell has every value} */
	boolean complete() {
		return pairs >= COMPLETE * cells * values.size();
	}

	/** {@return whether nearly every cell has the same number of values, be they the same or not} */
	boolean completeByRank() {
		return pairs >= COMPLETE * cells * widest;
	}

	/** {@return whether so many combinations are missing that an axis would be mostly gaps} */
	boolean sparse() {
		return pairs < SPARSE * cells * values.size();
	}
}
