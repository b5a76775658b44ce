package org.dicompreview.viewer.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dicompreview.viewer.DisplayPoint;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** What is under the pointer, and where texts go. */
class MeasurementShapeTest {

	private static final Rectangle AREA = new Rectangle(0, 0, 400, 300);
	private static final Point TEXT = new Point(60, 30);

	private static MeasurementShape line(double... places) {
		List<DisplayPoint> points = IntStream.range(0, places.length / 2)
				.mapToObj(i -> new DisplayPoint(places[2 * i], places[2 * i + 1])).toList();
		return new MeasurementShape(List.of(points), List.of(), points);
	}

	private static Rectangle place(MeasurementShape shape, MeasurementShape... others) {
		return new LabelPlacement(AREA, Stream.concat(Stream.of(shape), List.of(others).stream())
				.toList()).place(shape, TEXT);
	}

	@Test
	void aLineIsNearAllAlongAndNotBeyondItsEnds() {
		MeasurementShape line = line(10, 10, 50, 40);
		assertEquals(0, line.distance(new DisplayPoint(30, 25)), 1e-9);
		assertEquals(5, line.distance(new DisplayPoint(27, 29)), 1e-9, "square to its middle"); //$NON-NLS-1$
		assertEquals(10, line.distance(new DisplayPoint(58, 46)), 1e-9, "beyond its end"); //$NON-NLS-1$
		assertEquals(5, line(7, 7, 7, 7).distance(new DisplayPoint(10, 11)), 1e-9, "without length"); //$NON-NLS-1$
	}

	@Test
	void theNearestHandleIsTaken() {
		MeasurementShape line = line(10, 10, 14, 10);
		assertEquals(OptionalInt.of(0), line.handleAt(new DisplayPoint(11, 10), 6));
		assertEquals(OptionalInt.of(1), line.handleAt(new DisplayPoint(13, 10), 6));
		assertEquals(OptionalInt.empty(), line.handleAt(new DisplayPoint(21, 10), 6));
	}

	@Test
	void aTextStandsBesideItsLine() {
		Rectangle box = place(line(100, 100, 150, 120));
		assertTrue(box.x > 150 && box.y < 120 && box.y + box.height > 100, box::toString);
	}

	@Test
	void aTextStaysInSightAndOffTheLine() {
		Rectangle beside = place(line(330, 100, 390, 120));
		assertEquals(AREA.intersection(beside), beside);
		assertFalse(beside.intersects(330, 100, 60, 20), beside::toString);
		Rectangle inside = place(line(2, 2, 398, 2, 398, 298, 2, 298, 2, 2));
		assertEquals(new Rectangle(3, 3, 394, 294).intersection(inside), inside);
	}

	@Test
	void aTextStandsBesideWhatIsInSight() {
		MeasurementShape line = line(200, 150, 5000, 150);
		assertTrue(new LabelPlacement(AREA, List.of(line)).isInSight(line));
		Rectangle box = place(line);
		assertEquals(AREA.intersection(box), box);
		assertFalse(box.y <= 150 && box.y + box.height >= 150, box::toString);
		MeasurementShape elsewhere = line(500, 10, 5000, 150);
		assertFalse(new LabelPlacement(AREA, List.of(elsewhere)).isInSight(elsewhere));
	}

	@Test
	void aTextLeavesTheCornersToOthers() {
		Rectangle box = place(line(270, 20, 330, 20));
		assertFalse(box.intersects(280, 0, 120, 60), box::toString);
	}

	@Test
	void aTextCoversNeitherOtherLinesNorOtherTexts() {
		MeasurementShape shape = line(100, 100, 150, 120);
		Rectangle box = place(shape, line(180, 0, 180, 300));
		assertFalse(box.x <= 180 && box.x + box.width >= 180, box::toString);
		LabelPlacement placement = new LabelPlacement(AREA, List.of(shape));
		Rectangle first = placement.place(shape, TEXT);
		Rectangle second = placement.place(shape, TEXT);
		assertFalse(first.intersects(second), () -> first + " " + second); //$NON-NLS-1$
	}
}
