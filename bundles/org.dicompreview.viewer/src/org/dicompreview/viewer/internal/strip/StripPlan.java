package org.dicompreview.viewer.internal.strip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.dicompreview.rendering.Slab;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.series.Playback;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.SliceNavigator;

/**
 * What a strip shows of a stack: which slices, from the left end of the slider to the right, and how. Immutable.
 *
 * @param stack  the stack
 * @param places the slices on the slider; absent in a gap
 * @param slab   what a cut takes of each; absent where small frames are shown
 */
record StripPlan(SliceStack stack, List<Optional<Slice>> places, Optional<Slab> slab) {

	/** A strip is no wider: of more slices only some are read. */
	static final int MOST_LINES = 1024;
	/** With fewer slices a cut shows nothing. */
	private static final int LEAST_SLICES = 8;
	private static final int LEAST_FRAMES = 2;

	/**
	 * {@return the plan for what is on show; absent if there is nothing to go to}
	 *
	 * @param navigator  what is on show
	 * @param direction  which way the cut runs; absent to choose
	 * @param projection what becomes of its slab; absent to choose
	 */
	static Optional<StripPlan> of(SliceNavigator navigator, Optional<Slab.Direction> direction,
			Optional<Slab.Projection> projection) {
		SliceStack stack = navigator.stack().orElse(null);
		if (stack == null || stack.positions() < LEAST_FRAMES || stack instanceof ReformattedStack) {
			return Optional.empty();
		}
		int[] coordinates = IntStream.range(0, stack.axes().size()).map(navigator::coordinate).toArray();
		List<Optional<Slice>> places = new ArrayList<>(stack.positions());
		for (int i = 0; i < stack.positions(); i++) {
			places.add(stack.slice(navigator.reversed() ? stack.positions() - 1 - i : i, coordinates));
		}
		boolean cut = stack.spatial() && stack.positions() >= LEAST_SLICES;
		Optional<Slab> slab = places.stream().flatMap(Optional::stream).findFirst().filter(first -> cut)
				.flatMap(first -> Slab.of(first, direction, projection));
		return Optional.of(new StripPlan(stack, List.copyOf(places), slab));
	}

	/** {@return the same with small frames} */
	StripPlan withoutCut() {
		return new StripPlan(stack, places, Optional.empty());
	}

	/** {@return number of lines of the cut} */
	int lines() {
		return Math.min(MOST_LINES, places.size());
	}

	/** {@return the slice that a part of the strip stands for, the one in the middle of it} @param part from 0 @param parts of the strip */
	Optional<Slice> slice(int part, int parts) {
		return places.get((int) ((2L * part + 1) * places.size() / (2L * parts)));
	}

	/** {@return numbers from 0 on, such that those at the beginning lie far apart and cover all} @param count how many */
	static List<Integer> coarseToFine(int count) {
		Set<Integer> order = new LinkedHashSet<>();
		for (int step = Math.max(1, Integer.highestOneBit(Math.max(1, count / 4))); step >= 1; step /= 2) {
			for (int i = step / 2; i < count; i += step) {
				order.add(i);
			}
		}
		return List.copyOf(order);
	}

	/** {@return what stands at each place: offsets in mm, times in ms, else the number} */
	double[] values() {
		if (stack.spatial()) {
			return places.stream().mapToDouble(slice -> slice.map(each -> each.offset().orElse(Double.NaN)).orElse(Double.NaN))
					.toArray();
		}
		Optional<Playback> film = film();
		double[] values = film.isPresent() ? Arrays.copyOf(film.get().times(), places.size())
				: IntStream.rangeClosed(1, places.size()).asDoubleStream().toArray();
		boolean reversed = film.isPresent() && places.stream().flatMap(Optional::stream).findFirst()
				.filter(first -> first.position() > 0).isPresent();
		return reversed ? IntStream.range(0, values.length).mapToDouble(i -> values[values.length - 1 - i]).toArray() : values;
	}

	/** {@return the unit of {@link #values()}, the same in all languages, or empty text} */
	String unit() {
		return stack.spatial() ? "mm" : film().isPresent() ? "ms" : ""; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private Optional<Playback> film() {
		return Optional.of(Playback.of(stack)).filter(film -> film.axis() == Playback.POSITION && film.stated());
	}
}
