package org.dicompreview.viewer.internal.measure;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.viewer.DisplayPoint;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Finds places for texts beside shapes, so that they cover neither lines nor each other. Plain arithmetic without widgets. */
final class LabelPlacement {

	private static final int GAP = 8;
	/** What it costs to cover a line, or another text. */
	private static final int ON_LINE = 4;
	private static final int ON_LABEL = 3;
	/** Room for the texts in the corners of a canvas. */
	private static final Point CORNER = new Point(120, 60);

	private final Rectangle area;
	private final List<MeasurementShape> shapes;
	private final List<Rectangle> taken = new ArrayList<>();

	/** @param area of the canvas @param shapes all shapes on it */
	LabelPlacement(Rectangle area, List<MeasurementShape> shapes) {
		this.area = area;
		this.shapes = shapes;
		for (int x : new int[] { area.x, area.x + area.width - CORNER.x }) {
			for (int y : new int[] { area.y, area.y + area.height - CORNER.y }) {
				taken.add(new Rectangle(x, y, CORNER.x, CORNER.y));
			}
		}
	}

	/** {@return whether a part of a shape is in sight} */
	boolean isInSight(MeasurementShape shape) {
		return shape.outline().stream().anyMatch(line -> crosses(line, area));
	}

	/**
	 * {@return where a text goes, beside what is in sight of its shape; the place is taken from then on}
	 *
	 * @param shape a shape that is in sight
	 * @param size  of the text in points
	 */
	Rectangle place(MeasurementShape shape, Point size) {
		Rectangle best = null;
		int least = Integer.MAX_VALUE;
		for (Rectangle each : candidates(bounds(shape).intersection(area), size)) {
			int cost = cost(each);
			if (cost < least) {
				least = cost;
				best = each;
			}
		}
		taken.add(best);
		return best;
	}

	private int cost(Rectangle box) {
		int cost = 0;
		for (MeasurementShape shape : shapes) {
			cost += shape.outline().stream().anyMatch(line -> crosses(line, box)) ? ON_LINE : 0;
		}
		for (Rectangle other : taken) {
			cost += other.intersects(box) ? ON_LABEL : 0;
		}
		return cost;
	}

	/** {@return right of the shape, below, left, above, inside; each moved into sight} */
	private List<Rectangle> candidates(Rectangle bounds, Point size) {
		int middleX = bounds.x + (bounds.width - size.x) / 2;
		int middleY = bounds.y + (bounds.height - size.y) / 2;
		int right = bounds.x + bounds.width + GAP;
		int below = bounds.y + bounds.height + GAP;
		int left = bounds.x - size.x - GAP;
		int above = bounds.y - size.y - GAP;
		return List.of(inSight(right, middleY, size), inSight(right, below, size), inSight(right, above, size),
				inSight(middleX, below, size), inSight(middleX, above, size), inSight(left, middleY, size),
				inSight(left, above, size), inSight(left, below, size), inSight(bounds.x + GAP, bounds.y + GAP, size),
				inSight(middleX, middleY, size));
	}

	private Rectangle inSight(int x, int y, Point size) {
		return new Rectangle(Math.max(area.x, Math.min(x, area.x + area.width - size.x)),
				Math.max(area.y, Math.min(y, area.y + area.height - size.y)), size.x, size.y);
	}

	private static Rectangle bounds(MeasurementShape shape) {
		double left = Double.POSITIVE_INFINITY;
		double top = Double.POSITIVE_INFINITY;
		double right = Double.NEGATIVE_INFINITY;
		double bottom = Double.NEGATIVE_INFINITY;
		for (List<DisplayPoint> line : shape.outline()) {
			for (DisplayPoint point : line) {
				left = Math.min(left, point.x());
				right = Math.max(right, point.x());
				top = Math.min(top, point.y());
				bottom = Math.max(bottom, point.y());
			}
		}
		return new Rectangle((int) Math.floor(left), (int) Math.floor(top), (int) Math.ceil(right - left),
				(int) Math.ceil(bottom - top));
	}

	private static boolean crosses(List<DisplayPoint> line, Rectangle box) {
		for (int i = 1; i < line.size(); i++) {
			if (crosses(line.get(i - 1), line.get(i), box)) {
				return true;
			}
		}
		return false;
	}

	/** {@return whether a part of a line lies in a box: what is left after its sides have cut it} */
	private static boolean crosses(DisplayPoint a, DisplayPoint b, Rectangle box) {
		double[] part = { 0, 1 };
		return cut(a.x(), b.x() - a.x(), box.x, box.x + (double) box.width, part)
				&& cut(a.y(), b.y() - a.y(), box.y, box.y + (double) box.height, part);
	}

	private static boolean cut(double start, double length, double low, double high, double[] part) {
		if (length == 0) {
			return start >= low && start <= high;
		}
		double first = (low - start) / length;
		double second = (high - start) / length;
		part[0] = Math.max(part[0], Math.min(first, second));
		part[1] = Math.min(part[1], Math.max(first, second));
		return part[0] <= part[1];
	}
}
