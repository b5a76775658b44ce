package org.dicompreview.rendering.internal.overlay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Plane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;

/** Parallel frames in space, which the plane of an image cuts. Immutable, for any thread. */
final class FrameVolume {

	/** Planes that differ by less than half a degree are parallel: their frames lie on the image as they are. */
	private static final double PARALLEL = Math.sin(Math.toRadians(0.5));
	/** Points of a cut across, along the longer side. */
	private static final int LARGEST_CUT = 512;
	private static final double ROUNDING = 1.001;

	/** A frame. */
	private record Layer(Slice slice, ImagePlane plane, double offset) {
	}

	/**
	 * Values in the plane of an image.
	 *
	 * @param columns width of the grid
	 * @param rows    height of the grid
	 * @param values  stored values, NaN where there are none
	 * @param toImage as in {@link org.dicompreview.rendering.overlay.OverlayRaster#toImage()}
	 */
	record Cut(int columns, int rows, float[] values, double[] toImage) {
	}

	private final FrameValues values;
	private final List<Layer> layers;
	private final Vector3 normal;
	/** How far from the centre of a frame it still counts, in mm. */
	private final double reach;

	private FrameVolume(FrameValues values, List<Layer> layers, Vector3 normal, double reach) {
		this.values = values;
		this.layers = layers;
		this.normal = normal;
		this.reach = reach;
	}

	/** {@return the volume of a stack; absent where its frames have no geometry, or are not parallel} */
	static Optional<FrameVolume> of(SliceStack stack, FrameValues values) {
		List<Layer> layers = new ArrayList<>();
		Vector3 normal = null;
		for (Slice slice : stack.slices()) {
			Optional<ImagePlane> plane = slice.imagePlane();
			if (plane.isPresent()) {
				normal = normal == null ? unit(plane.get()) : normal;
				if (!isParallel(normal, plane.get())) {
					return Optional.empty();
				}
				layers.add(new Layer(slice, plane.get(), plane.get().plane().offset(normal)));
			}
		}
		if (layers.isEmpty()) {
			return Optional.empty();
		}
		layers.sort(Comparator.comparingDouble(Layer::offset));
		return Optional.of(new FrameVolume(values, List.copyOf(layers), normal, reach(layers)));
	}

	private static double reach(List<Layer> layers) {
		double[] steps = new double[layers.size() - 1];
		int count = 0;
		for (int i = 1; i < layers.size(); i++) {
			double step = layers.get(i).offset() - layers.get(i - 1).offset();
			if (step > 1e-4) {
				steps[count++] = step;
			}
		}
		Arrays.sort(steps, 0, count);
		double thickness = layers.get(0).slice().attributes().number(Tag.SLICE_THICKNESS).orElse(1);
		return (count > 0 ? steps[count / 2] : thickness > 0 ? thickness : 1) / 2 * ROUNDING;
	}

	private static Vector3 unit(ImagePlane image) {
		Vector3 normal = image.plane().normal();
		return normal.times(1 / normal.length());
	}

	private static boolean isParallel(Vector3 normal, ImagePlane image) {
		return normal.cross(unit(image)).length() < PARALLEL;
	}

	/** {@return the plane of the first frame} */
	ImagePlane plane() {
		return layers.get(0).plane();
	}

	/** {@return the frames} */
	List<Slice> slices() {
		return layers.stream().map(Layer::slice).toList();
	}

	/**
	 * {@return what lies in the plane of an image; absent if that does not meet the volume, lies in another frame of reference,
	 * or would need more memory than there is for it}
	 *
	 * @param image  the plane
	 * @param linear whether values between frames and pixels are interpolated, or the nearest one counts
	 * @throws IOException if frames cannot be read
	 */
	Optional<Cut> cut(ImagePlane image, boolean linear) throws IOException {
		if (!image.sharesFrameOfReference(plane())) {
			return Optional.empty();
		}
		return isParallel(normal, image) ? along(image, linear) : across(image, linear);
	}

	private Optional<Cut> along(ImagePlane image, boolean linear) throws IOException {
		double offset = image.plane().offset(normal);
		int above = above(offset);
		int below = above - 1;
		if (linear && below >= 0 && above < layers.size() && isSameGrid(layers.get(below), layers.get(above))) {
			double part = (offset - layers.get(below).offset()) / (layers.get(above).offset() - layers.get(below).offset());
			float[] a = values.of(layers.get(below).slice());
			float[] b = values.of(layers.get(above).slice());
			float[] mixed = new float[a.length];
			for (int i = 0; i < mixed.length; i++) {
				mixed[i] = (float) (a[i] * (1 - part) + b[i] * part);
			}
			return Optional.of(cut(layers.get(below).plane(), image, mixed));
		}
		Optional<Layer> nearest = nearest(offset);
		return nearest.isEmpty() ? Optional.empty()
				: Optional.of(cut(nearest.get().plane(), image, values.of(nearest.get().slice())));
	}

	private static boolean isSameGrid(Layer a, Layer b) {
		Plane first = a.plane().plane();
		Vector3 shift = b.plane().plane().position().minus(first.position());
		Vector3 normal = unit(a.plane());
		boolean above = shift.minus(normal.times(shift.dot(normal))).length() < 0.01;
		return above && a.plane().columns() == b.plane().columns() && a.plane().rows() == b.plane().rows();
	}

	private static Cut cut(ImagePlane own, ImagePlane image, float[] values) {
		ImagePlane.Place origin = image.place(own.point(0, 0));
		ImagePlane.Place right = image.place(own.point(1, 0));
		ImagePlane.Place down = image.place(own.point(0, 1));
		return new Cut(own.columns(), own.rows(), values,
				new double[] { origin.column(), right.column() - origin.column(), down.column() - origin.column(), origin.row(),
						right.row() - origin.row(), down.row() - origin.row() });
	}

	/** {@return the index of the first layer beyond an offset} */
	private int above(double offset) {
		int low = 0;
		int high = layers.size();
		while (low < high) {
			int middle = (low + high) / 2;
			if (layers.get(middle).offset() <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	private Optional<Layer> nearest(double offset) {
		int above = above(offset);
		Layer best = null;
		for (int i = Math.max(0, above - 1); i < Math.min(layers.size(), above + 1); i++) {
			Layer layer = layers.get(i);
			if (best == null || Math.abs(layer.offset() - offset) < Math.abs(best.offset() - offset)) {
				best = layer;
			}
		}
		return Optional.ofNullable(best).filter(layer -> Math.abs(layer.offset() - offset) <= reach);
	}

	private Optional<Cut> across(ImagePlane image, boolean linear) throws IOException {
		long bytes = layers.stream().mapToLong(layer -> (long) layer.plane().columns() * layer.plane().rows()).sum() * Float.BYTES;
		if (bytes > FrameValues.BUDGET) {
			return Optional.empty();
		}
		int step = Math.max(1, (Math.max(image.columns(), image.rows()) + LARGEST_CUT - 1) / LARGEST_CUT);
		int columns = (image.columns() + step - 1) / step;
		int rows = (image.rows() + step - 1) / step;
		float[] cut = new float[columns * rows];
		boolean met = false;
		for (int y = 0; y < rows; y++) {
			for (int x = 0; x < columns; x++) {
				float value = value(image.point((x + 0.5) * step, (y + 0.5) * step), linear);
				cut[y * columns + x] = value;
				met |= !Float.isNaN(value);
			}
		}
		return met ? Optional.of(new Cut(columns, rows, cut, new double[] { 0, step, 0, 0, 0, step })) : Optional.empty();
	}

	private float value(Vector3 point, boolean linear) throws IOException {
		double offset = point.dot(normal);
		int above = above(offset);
		if (linear && above > 0 && above < layers.size()) {
			Layer a = layers.get(above - 1);
			Layer b = layers.get(above);
			double part = (offset - a.offset()) / (b.offset() - a.offset());
			return (float) (bilinear(a, point) * (1 - part) + bilinear(b, point) * part);
		}
		Optional<Layer> nearest = nearest(offset);
		if (nearest.isEmpty()) {
			return Float.NaN;
		}
		if (linear) {
			return bilinear(nearest.get(), point);
		}
		ImagePlane plane = nearest.get().plane();
		ImagePlane.Place place = plane.place(point);
		return plane.contains(place)
				? values.of(nearest.get().slice())[(int) place.row() * plane.columns() + (int) place.column()] : Float.NaN;
	}

	private float bilinear(Layer layer, Vector3 point) throws IOException {
		ImagePlane plane = layer.plane();
		ImagePlane.Place place = plane.place(point);
		if (!plane.contains(place)) {
			return Float.NaN;
		}
		float[] all = values.of(layer.slice());
		double column = Math.max(0, Math.min(plane.columns() - 1, place.column() - 0.5));
		double row = Math.max(0, Math.min(plane.rows() - 1, place.row() - 0.5));
		int x = (int) column;
		int y = (int) row;
		int right = Math.min(plane.columns() - 1, x + 1);
		int down = Math.min(plane.rows() - 1, y + 1) * plane.columns();
		double top = all[y * plane.columns() + x] * (1 - column + x) + all[y * plane.columns() + right] * (column - x);
		double bottom = all[down + x] * (1 - column + x) + all[down + right] * (column - x);
		return (float) (top * (1 - row + y) + bottom * (row - y));
	}
}
