package org.dicompreview.series.internal.grid;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.Dimension;

/**
 * Splits images that share positions into stacks, where they differ in kind or do not fill a common grid. Images that
 * share no position stay together whatever else differs: they are one run of slices.
 */
public final class StackSplitter {

	private static final int MOST_STACKS = 24;

	private StackSplitter() {
	}

	/**
	 * Part of a split.
	 *
	 * @param label  what distinguishes it, empty where nothing was split
	 * @param frames its frames
	 */
	public record Part(String label, List<ImageFrame> frames) {
	}

	/**
	 * {@return the parts of parallel frames, in order of the values that distinguish them}
	 *
	 * @param frames the frames
	 * @param others the dimensions of other plug-ins
	 */
	public static List<Part> split(List<ImageFrame> frames, List<Dimension> others) {
		List<Part> parts = new ArrayList<>();
		split(new Part("", frames), others, parts); //$NON-NLS-1$
		return parts;
	}

	private static void split(Part part, List<Dimension> others, List<Part> into) {
		List<ImageFrame> frames = part.frames();
		Positions positions = Positions.of(frames);
		Grid grid = new Grid(frames, positions.index(), positions.count());
		boolean interleaved = grid.resolved() && Interleaved.isUneven(positions.offsets());
		for (GridDimension dimension : Dimensions.of(frames, others)) {
			if (grid.resolved() && !interleaved) {
				break;
			}
			Factor factor = grid.measure(dimension);
			boolean splits = interleaved
					? mayInterleave(dimension) && Interleaved.separates(factor, positions.offsets())
					: factor.separates() && splits(factor, frames.size());
			if (splits) {
				parts(part, factor).forEach(each -> split(each, others, into));
				return;
			}
			if (factor.separates()) {
				AxisFinder.add(grid, factor);
			}
		}
		into.add(part);
	}

	private static boolean mayInterleave(GridDimension dimension) {
		return dimension.policy() == GridDimension.Policy.STACKS || dimension.policy() == GridDimension.Policy.AXIS_OR_STACKS;
	}

	private static boolean splits(Factor factor, int frames) {
		int stacks = factor.values().size();
		boolean wanted = switch (factor.dimension().policy()) {
			case STACKS -> true;
			case AXIS_OR_STACKS -> !factor.complete();
			case AXIS, TIME, CLOCK -> false;
		};
		return wanted && stacks <= MOST_STACKS && frames >= 2 * stacks;
	}

	private static List<Part> parts(Part whole, Factor factor) {
		List<String> labels = factor.dimension().labels().apply(factor.values());
		List<List<ImageFrame>> frames = new ArrayList<>();
		labels.forEach(label -> frames.add(new ArrayList<>()));
		for (int i = 0; i < factor.index().length; i++) {
			frames.get(factor.index()[i]).add(whole.frames().get(i));
		}
		List<Part> parts = new ArrayList<>();
		for (int k = 0; k < labels.size(); k++) {
			String label = label(factor.dimension(), labels.get(k));
			parts.add(new Part(whole.label().isEmpty() ? label : whole.label() + ", " + label, frames.get(k))); //$NON-NLS-1$
		}
		return parts;
	}

	/** {@return the value, with the name of the dimension before it where it says too little: {@code echo 5 ms}} */
	private static String label(GridDimension dimension, String value) {
		return dimension.policy() == GridDimension.Policy.STACKS ? value : dimension.name().replace('-', ' ') + ' ' + value;
	}
}
