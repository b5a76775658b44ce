package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Numbers;
import org.dicompreview.series.spi.Arrangement;

/** Arranges frames in a row without further axes. */
final class Places {

	private static final int[] NO_AXES = {};
	private static final int DECIMALS = 2;

	private Places() {
	}

	/**
	 * {@return frames along a line in the patient}
	 *
	 * @param frames frames in the order in which they stand where their places are equal
	 * @param places for each its place in mm; NaN, which comes last, if it has none
	 * @param rule   the rule
	 */
	static Arrangement along(List<ImageFrame> frames, double[] places, String rule) {
		Integer[] order = IntStream.range(0, places.length).boxed()
				.sorted(Comparator.comparingDouble(i -> places[i])).toArray(Integer[]::new); // stable
		double[] known = Arrays.stream(places).filter(place -> !Double.isNaN(place)).sorted().toArray();
		double depth = known.length < 2 ? 0 : known[known.length - 1] - known[0];
		int decimals = depth > 0 ? Numbers.decimals(depth / (known.length - 1), DECIMALS) : DECIMALS;
		List<String> labels = new ArrayList<>(order.length);
		List<ImageFrame> sorted = new ArrayList<>(order.length);
		for (int i : order) {
			sorted.add(frames.get(i));
			labels.add(Double.isNaN(places[i]) ? "–" //$NON-NLS-1$
					: Messages.text("millimetres", Numbers.format(places[i], decimals))); //$NON-NLS-1$
		}
		boolean onlyPlace = frames.stream().allMatch(frame -> frame.plane().isEmpty());
		return inRow(sorted, new Axis("position", Messages.text("axis.position"), labels), rule, onlyPlace); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return frames as they are} */
	static Arrangement inRow(List<ImageFrame> frames, Axis axis, String rule, boolean spatial) {
		List<Arrangement.Place> places = new ArrayList<>(frames.size());
		for (ImageFrame frame : frames) {
			places.add(new Arrangement.Place(frame, places.size(), NO_AXES));
		}
		return new Arrangement(rule, spatial, axis, List.of(), places);
	}
}
