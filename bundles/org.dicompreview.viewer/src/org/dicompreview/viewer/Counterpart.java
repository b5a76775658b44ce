package org.dicompreview.viewer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;

/** Which slice of one stack belongs to that of another one. Plain functions without widgets. */
final class Counterpart {

	/** The cosine of 15 degrees: planes that are tilted less show about the same. */
	private static final double PARALLEL = Math.cos(Math.toRadians(15));

	private Counterpart() {
	}

	/** Moves a viewport along all axes to what belongs to that which another one shows. */
	static void move(ViewportModel from, ViewportModel to) {
		moveAxes(from.navigator(), to);
		of(from, to).ifPresent(slice -> to.moveTo(to.navigator().indexOf(slice.position())));
	}

	/** Axes of one name, for example two times, are walked together. */
	private static void moveAxes(SliceNavigator from, ViewportModel to) {
		for (int i = 0; i < axes(from); i++) {
			for (int k = 0; k < axes(to.navigator()); k++) {
				var lead = from.stack().orElseThrow().axes().get(i);
				var follower = to.navigator().stack().orElseThrow().axes().get(k);
				if (lead.name().equals(follower.name())) {
					to.moveAxis(k, proportional(from.coordinate(i), lead.size(), follower.size()));
				}
			}
		}
	}

	private static int axes(SliceNavigator navigator) {
		return navigator.stack().map(stack -> stack.axes().size()).orElse(0);
	}

	/** {@return the slice of the stack in one viewport that belongs to what another one shows; absent where none does} */
	static Optional<Slice> of(ViewportModel from, ViewportModel to) {
		SliceNavigator navigator = to.navigator();
		return navigator.stack().flatMap(stack -> of(from, stack, coordinates(navigator), navigator.reversed()));
	}

	/**
	 * {@return the slice of a stack that belongs to what a viewport shows; absent where none does}
	 *
	 * @param from        the viewport
	 * @param stack       the stack
	 * @param coordinates its place along further axes
	 * @param reversed    whether its slider runs in descending order
	 */
	static Optional<Slice> of(ViewportModel from, SliceStack stack, int[] coordinates, boolean reversed) {
		List<Slice> slices = slices(stack, coordinates);
		Optional<ImagePlane> here = from.slice().flatMap(Slice::imagePlane);
		Optional<ImagePlane> there = slices.stream().findFirst().flatMap(Slice::imagePlane);
		if (here.isPresent() && there.isPresent() && here.get().sharesFrameOfReference(there.get())) {
			return isParallel(here.get(), there.get()) ? nearest(slices, new LocatedPoint(here.get(), center(here.get())))
					: Optional.empty();
		}
		SliceNavigator navigator = from.navigator();
		if (navigator.count() == 0) {
			return Optional.empty();
		}
		int index = proportional(navigator.index(), navigator.count(), stack.positions());
		return stack.slice(reversed ? stack.positions() - 1 - index : index, coordinates);
	}

	/** {@return the slice nearest to a point, among those over which the slider runs; absent in another frame of reference} */
	static Optional<Slice> nearest(SliceNavigator navigator, LocatedPoint point) {
		return navigator.stack().flatMap(stack -> nearest(slices(stack, coordinates(navigator)), point));
	}

	private static Optional<Slice> nearest(List<Slice> slices, LocatedPoint point) {
		var index = point.image().nearest(slices, point.point());
		return index.isPresent() ? Optional.of(slices.get(index.getAsInt())) : Optional.empty();
	}

	private static List<Slice> slices(SliceStack stack, int[] coordinates) {
		return coordinates.length == 0 ? stack.slices()
				: IntStream.range(0, stack.positions()).mapToObj(position -> stack.slice(position, coordinates))
						.flatMap(Optional::stream).toList();
	}

	private static int[] coordinates(SliceNavigator navigator) {
		return IntStream.range(0, axes(navigator)).map(navigator::coordinate).toArray();
	}

	static Vector3 center(ImagePlane plane) {
		return plane.point(plane.columns() / 2.0, plane.rows() / 2.0);
	}

	static boolean isParallel(ImagePlane a, ImagePlane b) {
		Vector3 normal = a.plane().normal();
		Vector3 other = b.plane().normal();
		return Math.abs(normal.dot(other)) >= PARALLEL * normal.length() * other.length();
	}

	/** {@return the index that is as far along one slider as another index is along another one} */
	static int proportional(int index, int count, int otherCount) {
		return count < 2 ? 0 : (int) Math.round(index * (otherCount - 1.0) / (count - 1));
	}
}
