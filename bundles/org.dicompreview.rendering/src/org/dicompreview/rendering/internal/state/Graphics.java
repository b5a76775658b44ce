package org.dicompreview.rendering.internal.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.internal.frame.DataSetValues;
import org.dicompreview.rendering.internal.mark.Stroke;

/** Graphic objects (PS3.3 C.10.5.1.2) into strokes in frame pixels. */
final class Graphics {

	private static final int ROUND = 72;
	private static final int BETWEEN = 8;
	private static final int MOST_POINTS = 1 << 16;

	private final DisplayedArea area;
	private final int value;

	/**
	 * @param area of the frame
	 * @param value     display value of the layer
	 */
	Graphics(DisplayedArea area, int value) {
		this.area = area;
		this.value = value;
	}

	/** {@return the stroke of a graphic object; absent if it makes none} */
	Optional<Stroke> stroke(DataSetValues object) {
		double[] points = points(object);
		String type = object.attributes().string(StateTags.GRAPHIC_TYPE).orElse("");
		double[] line = switch (type) {
			case "POINT" -> points.length >= 2 ? new double[] { points[0], points[1] } : new double[0];
			case "POLYLINE" -> points;
			case "INTERPOLATED" -> curve(points);
			case "CIRCLE" -> points.length >= 4 ? circle(points) : new double[0];
			case "ELLIPSE" -> points.length >= 8 ? ellipse(points) : new double[0];
			default -> new double[0];
		};
		boolean filled = line.length > 4
				&& object.attributes().string(StateTags.GRAPHIC_FILLED).filter("Y"::equals).isPresent();
		return Optional.of(new Stroke(line, filled, value)).filter(Stroke::isDrawable);
	}

	/** {@return the points of the object in frame pixels} */
	private double[] points(DataSetValues object) {
		byte[] bytes = object.bytes(StateTags.GRAPHIC_DATA);
		ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		double[] points = new double[2 * Math.min(MOST_POINTS, bytes.length / 8)];
		for (int i = 0; i < points.length; i++) {
			points[i] = data.getFloat();
		}
		return inFrame(points, object.attributes().string(StateTags.GRAPHIC_ANNOTATION_UNITS).orElse(""));
	}

	private double[] inFrame(double[] points, String units) {
		if ("DISPLAY".equals(units)) {
			for (int i = 0; i < points.length; i += 2) {
				double[] place = area.inFrame(points[i], points[i + 1]);
				points[i] = place[0];
				points[i + 1] = place[1];
			}
		}
		return points;
	}

	/** Through the points without corners: Catmull-Rom. */
	private static double[] curve(double[] points) {
		int count = points.length / 2;
		if (count < 3 || count > MOST_POINTS / BETWEEN) {
			return points;
		}
		List<Double> curve = new ArrayList<>();
		for (int i = 0; i + 1 < count; i++) {
			for (int step = 0; step < BETWEEN; step++) {
				double t = (double) step / BETWEEN;
				curve.add(between(points, i, 0, t));
				curve.add(between(points, i, 1, t));
			}
		}
		curve.add(points[2 * count - 2]);
		curve.add(points[2 * count - 1]);
		return curve.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static double between(double[] points, int i, int axis, double t) {
		int last = points.length / 2 - 1;
		double a = points[2 * Math.max(0, i - 1) + axis];
		double b = points[2 * i + axis];
		double c = points[2 * (i + 1) + axis];
		double d = points[2 * Math.min(last, i + 2) + axis];
		return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
	}

	/** Around the first point through the second, round on the screen. */
	private double[] circle(double[] points) {
		double radius = Math.hypot(points[2] - points[0], (points[3] - points[1]) * area.aspect());
		return around(points[0], points[1], radius, 0, 0, radius / area.aspect());
	}

	/** Through the ends of its long axis, then of its short one. */
	private static double[] ellipse(double[] points) {
		return around((points[0] + points[2]) / 2, (points[1] + points[3]) / 2, (points[2] - points[0]) / 2,
				(points[3] - points[1]) / 2, (points[6] - points[4]) / 2, (points[7] - points[5]) / 2);
	}

	private static double[] around(double column, double row, double column1, double row1, double column2,
			double row2) {
		double[] points = new double[2 * ROUND + 2];
		for (int i = 0; i <= ROUND; i++) {
			double cos = Math.cos(2 * Math.PI * i / ROUND);
			double sin = Math.sin(2 * Math.PI * i / ROUND);
			points[2 * i] = column + column1 * cos + column2 * sin;
			points[2 * i + 1] = row + row1 * cos + row2 * sin;
		}
		return points;
	}
}
