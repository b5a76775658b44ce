package org.dicompreview.viewer.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.dicompreview.rendering.Region;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;

/**
 * What a person drew on a frame to measure it. It belongs to the instance and the frame, wherever their file lies. Immutable.
 *
 * @param id             tells it from all others
 * @param kind           what it measures
 * @param name           what people call it
 * @param seriesUid      Series Instance UID
 * @param sopInstanceUid SOP Instance UID
 * @param frame          the frame, from 0
 * @param points         places in the image, as many as the kind has
 * @since 0.1
 */
public record Measurement(String id, MeasurementKind kind, String name, String seriesUid, String sopInstanceUid, int frame,
		List<ImagePoint> points) {

	/** Copies the list and checks the number of points. */
	public Measurement {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(seriesUid);
		Objects.requireNonNull(sopInstanceUid);
		points = List.copyOf(points);
		if (points.size() < kind.leastPoints() || points.size() > kind.mostPoints() || frame < 0
				|| !points.stream().allMatch(point -> Double.isFinite(point.column()) && Double.isFinite(point.row()))) {
			throw new IllegalArgumentException(kind + " of frame " + frame + " through " + points); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** {@return a new measurement on a slice} @param seriesUid Series Instance UID */
	public static Measurement create(MeasurementKind kind, String name, String seriesUid, Slice slice, List<ImagePoint> points) {
		return new Measurement(UUID.randomUUID().toString(), kind, name, seriesUid, slice.instance().sopInstanceUid(),
				slice.frame(), points);
	}

	/** {@return whether it was drawn on a slice, or on a copy of it} */
	public boolean isOn(Slice slice) {
		return frame == slice.frame() && sopInstanceUid.equals(slice.instance().sopInstanceUid());
	}

	/** {@return the same with another name} */
	public Measurement withName(String next) {
		return new Measurement(id, kind, next, seriesUid, sopInstanceUid, frame, points);
	}

	/** {@return the same elsewhere} @param columns to the right @param rows down */
	public Measurement movedBy(double columns, double rows) {
		return withPoints(points.stream().map(point -> new ImagePoint(point.column() + columns, point.row() + rows)).toList());
	}

	/**
	 * {@return the same, moved by about so many pixels of the image in the directions of a canvas}
	 *
	 * @param transform leads from the canvas to the image
	 * @param right     steps to the right on the canvas
	 * @param down      steps down on the canvas
	 */
	public Measurement movedBy(ImageTransform transform, int right, int down) {
		ImagePoint from = transform.toImage(new DisplayPoint(0, 0));
		ImagePoint to = transform.toImage(new DisplayPoint(right, down));
		double columns = to.column() - from.column();
		double rows = to.row() - from.row();
		double longest = Math.max(Math.abs(columns), Math.abs(rows));
		double steps = Math.max(Math.abs(right), Math.abs(down));
		return longest == 0 ? this : movedBy(columns / longest * steps, rows / longest * steps);
	}

	private Measurement withPoints(List<ImagePoint> next) {
		return new Measurement(id, kind, name, seriesUid, sopInstanceUid, frame, next);
	}

	/** {@return where it can be taken hold of to change its shape: its points, or the four corners of a region in turn} */
	public List<ImagePoint> handles() {
		if (!kind.isRegion()) {
			return points;
		}
		ImagePoint first = points.get(0);
		ImagePoint second = points.get(1);
		return List.of(first, new ImagePoint(second.column(), first.row()), second,
				new ImagePoint(first.column(), second.row()));
	}

	/** {@return the same with one of {@link #handles()} elsewhere} @param index of the handle */
	public Measurement withHandle(int index, ImagePoint place) {
		List<ImagePoint> next = new ArrayList<>(points);
		if (kind.isRegion()) {
			ImagePoint first = points.get(0);
			ImagePoint second = points.get(1);
			boolean left = index == 0 || index == 3;
			boolean upper = index < 2;
			next.set(0, new ImagePoint(left ? place.column() : first.column(), upper ? place.row() : first.row()));
			next.set(1, new ImagePoint(left ? second.column() : place.column(), upper ? second.row() : place.row()));
		} else {
			next.set(index, place);
		}
		return withPoints(next);
	}

	/** {@return the pixels that it encloses; absent for lines and angles} */
	public Optional<Region> region() {
		if (!kind.isRegion()) {
			return Optional.empty();
		}
		ImagePoint first = points.get(0);
		ImagePoint second = points.get(1);
		Region.Rectangle bounds = Region.Rectangle.between(first.column(), first.row(), second.column(), second.row());
		return Optional.of(kind == MeasurementKind.RECTANGLE ? bounds : new Region.Ellipse(bounds));
	}
}
