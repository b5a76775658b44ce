package org.dicompreview.series.internal.grid;

import java.util.List;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.Dimension;

/** Divides a {@link Grid} until every frame has a cell of its own. */
public final class AxisFinder {

	private AxisFinder() {
	}

	/**
	 * Adds the axes of the dimensions that a series of images can have, and one for repetitions if they do not suffice.
	 *
	 * @param grid   the grid of positions
	 * @param frames its frames
	 * @param others the dimensions of other plug-ins
	 */
	public static void resolve(Grid grid, List<ImageFrame> frames, List<Dimension> others) {
		divide(grid, Dimensions.of(frames, others));
	}

	/**
	 * Adds the axes of some dimensions, and one for repetitions if they do not suffice.
	 *
	 * @param grid       the grid
	 * @param dimensions what to try, in this order
	 */
	public static void divide(Grid grid, List<GridDimension> dimensions) {
		for (GridDimension dimension : dimensions) {
			if (grid.resolved()) {
				return;
			}
			Factor factor = grid.measure(dimension);
			if (!factor.separates()) {
				continue;
			}
			if (dimension == Dimensions.DIFFUSION) {
				addDiffusion(grid, factor);
			} else {
				add(grid, factor);
			}
		}
		if (!grid.resolved()) {
			grid.addRepeatAxis(Dimensions.REPEAT);
		}
	}

	/** {@return whether nothing but their order tells the frames of one cell apart} */
	public static boolean onlyRepeats(Grid grid) {
		return grid.axes().size() == 1 && grid.axes().get(0).name().equals(Dimensions.REPEAT.name());
	}

	static void add(Grid grid, Factor factor) {
		GridDimension.Policy policy = factor.dimension().policy();
		if (factor.complete()) {
			grid.addAxis(factor);
		} else if (policy.isTime() && factor.completeByRank()) {
			grid.addRankAxis(factor);
		} else if (policy != GridDimension.Policy.CLOCK && !factor.sparse()) {
			grid.addAxis(factor);
		} else if (policy == GridDimension.Policy.AXIS && factor.completeByRank()) {
			grid.addRankAxis(factor);
		}
	}

	/** Weighting and direction are two axes where every weighting has every direction, else one. */
	private static void addDiffusion(Grid grid, Factor both) {
		Factor weight = grid.measure(Dimensions.B_VALUE);
		Factor direction = grid.measure(Dimensions.DIRECTION, weight);
		if (weight.pairs() == both.pairs()) {
			add(grid, weight);
		} else if (!weight.separates()) {
			add(grid, direction);
		} else if (both.values().size() == weight.values().size() * direction.values().size()) {
			add(grid, weight);
			add(grid, grid.measure(Dimensions.DIRECTION));
		} else {
			add(grid, both);
		}
	}
}
