package org.dicompreview.viewer.internal.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementKind;

/**
 * Where a measurement is seen on a canvas. Plain arithmetic without widgets.
 *
 * @param outline what it is made of: lines through points
 * @param aids    lines that only show what belongs together
 * @param handles where it can be taken hold of
 */
record MeasurementShape(List<List<DisplayPoint>> outline, List<List<DisplayPoint>> aids, List<DisplayPoint> handles) {

	private static final int ELLIPSE_PARTS = 96;
	private static final int ARC_PARTS = 24;
	private static final double ARC_RADIUS = 24;

	static MeasurementShape of(Measurement measurement, ImageTransform transform) {
		return of(measurement.kind(), measurement.points(), measurement.handles(), transform);
	}

	/** {@return the shape of what is not finished: it may have fewer points than its kind} */
	static MeasurementShape of(MeasurementKind kind, List<ImagePoint> points, List<ImagePoint> handles, ImageTransform transform) {
		List<DisplayPoint> seen = points.stream().map(transform::toDisplay).toList();
		List<DisplayPoint> held = handles.stream().map(transform::toDisplay).toList();
		if (kind == MeasurementKind.ELLIPSE && points.size() == 2) {
			return new MeasurementShape(List.of(ellipse(points).stream().map(transform::toDisplay).toList()), List.of(), held);
		}
		if (kind == MeasurementKind.RECTANGLE && points.size() == 2) {
			return new MeasurementShape(List.of(List.of(held.get(0), held.get(1), held.get(2), held.get(3), held.get(0))),
					List.of(), held);
		}
		if (kind == MeasurementKind.COBB_ANGLE && points.size() > 2) {
			return new MeasurementShape(List.of(seen.subList(0, 2), seen.subList(2, seen.size())),
					seen.size() < 4 ? List.of() : List.of(List.of(middle(seen.get(0), seen.get(1)), middle(seen.get(2), seen.get(3)))),
					held);
		}
		List<List<DisplayPoint>> aids = kind == MeasurementKind.ANGLE && seen.size() == 3 ? List.of(arc(seen)) : List.of();
		return new MeasurementShape(List.of(seen), aids, held);
	}

	private static List<ImagePoint> ellipse(List<ImagePoint> corners) {
		double column = (corners.get(0).column() + corners.get(1).column()) / 2;
		double row = (corners.get(0).row() + corners.get(1).row()) / 2;
		List<ImagePoint> points = new ArrayList<>();
		for (int i = 0; i <= ELLIPSE_PARTS; i++) {
			double angle = 2 * Math.PI * i / ELLIPSE_PARTS;
			points.add(new ImagePoint(column + (corners.get(1).column() - column) * Math.cos(angle),
					row + (corners.get(1).row() - row) * Math.sin(angle)));
		}
		return points;
	}

	/** {@return the arc between the arms of an angle, within half of the shorter one} */
	private static List<DisplayPoint> arc(List<DisplayPoint> angle) {
		DisplayPoint vertex = angle.get(1);
		double radius = Math.min(ARC_RADIUS, Math.min(vertex.distance(angle.get(0)), vertex.distance(angle.get(2))) / 2);
		double from = direction(vertex, angle.get(0));
		double turn = Math.IEEEremainder(direction(vertex, angle.get(2)) - from, 2 * Math.PI);
		List<DisplayPoint> points = new ArrayList<>();
		for (int i = 0; i <= ARC_PARTS; i++) {
			double at = from + turn * i / ARC_PARTS;
			points.add(new DisplayPoint(vertex.x() + radius * Math.cos(at), vertex.y() + radius * Math.sin(at)));
		}
		return points;
	}

	private static double direction(DisplayPoint from, DisplayPoint to) {
		return Math.atan2(to.y() - from.y(), to.x() - from.x());
	}

	private static DisplayPoint middle(DisplayPoint a, DisplayPoint b) {
		return new DisplayPoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
	}

	/** {@return the handle at a place; empty if there is none} @param reach how far it may be away */
	OptionalInt handleAt(DisplayPoint place, double reach) {
		int nearest = -1;
		for (int i = 0; i < handles.size(); i++) {
			double distance = handles.get(i).distance(place);
			if (distance <= reach && (nearest < 0 || distance < handles.get(nearest).distance(place))) {
				nearest = i;
			}
		}
		return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
	}

	/** {@return how far a place is from the outline; infinite for an outline of nothing} */
	double distance(DisplayPoint place) {
		double least = Double.POSITIVE_INFINITY;
		for (List<DisplayPoint> line : outline) {
			for (int i = 1; i < line.size(); i++) {
				least = Math.min(least, distance(place, line.get(i - 1), line.get(i)));
			}
		}
		return least;
	}

	private static double distance(DisplayPoint place, DisplayPoint a, DisplayPoint b) {
		double x = b.x() - a.x();
		double y = b.y() - a.y();
		double square = x * x + y * y;
		double part = square == 0 ? 0 : Math.max(0, Math.min(1, ((place.x() - a.x()) * x + (place.y() - a.y()) * y) / square));
		return place.distance(new DisplayPoint(a.x() + part * x, a.y() + part * y));
	}
}
