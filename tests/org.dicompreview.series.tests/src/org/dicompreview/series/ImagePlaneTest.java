package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImagePlane.Line;
import org.dicompreview.series.ImagePlane.Place;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;

class ImagePlaneTest {

	private static final double TOLERANCE = 1e-9;
	private static final String ROOM = "1.2.3";

	private static ImagePlane plane(Vector3 position, Vector3 row, Vector3 column) {
		return new ImagePlane(new Plane(position, row, column, true), 2, 1, 40, 20, ROOM);
	}

	/** 40 x 40 mm in x and y, the first pixel centred so that the image begins at 0, 0. */
	private static ImagePlane axial(double z) {
		return plane(new Vector3(0.5, 1, z), new Vector3(1, 0, 0), new Vector3(0, 1, 0));
	}

	/** 40 x 40 mm in y and z, from head to feet, at this x. */
	private static ImagePlane sagittal(double x) {
		return plane(new Vector3(x, 0.5, 39), new Vector3(0, 1, 0), new Vector3(0, 0, -1));
	}

	private static void assertVector(double x, double y, double z, Vector3 vector) {
		assertEquals(x, vector.x(), TOLERANCE);
		assertEquals(y, vector.y(), TOLERANCE);
		assertEquals(z, vector.z(), TOLERANCE);
	}

	@Test
	void thePositionIsThatOfTheCentreOfTheFirstPixel() {
		assertVector(0.5, 1, 7, axial(7).point(0.5, 0.5));
		assertVector(0, 0, 7, axial(7).point(0, 0));
		assertVector(40, 40, 7, axial(7).point(40, 20));
		assertVector(5, 3, 34, sagittal(5).point(3, 3));
	}

	@Test
	void placesAndPointsLeadBackToEachOtherOnTiltedPlanes() {
		Random random = new Random(7);
		for (int i = 0; i < 100; i++) {
			Vector3 row = direction(random);
			Vector3 across = direction(random).cross(row);
			Vector3 column = across.times(1 / across.length());
			ImagePlane tilted = plane(direction(random).times(100), row, column);
			double x = 40 * random.nextDouble();
			double y = 20 * random.nextDouble();
			Place place = tilted.place(tilted.point(x, y).plus(row.cross(column).times(3)));
			assertEquals(x, place.column(), TOLERANCE);
			assertEquals(y, place.row(), TOLERANCE);
			assertEquals(3, place.distance(), TOLERANCE);
			assertTrue(tilted.contains(place));
		}
	}

	@Test
	void directionsThatAreRoundedLeadBackToo() {
		ImagePlane rounded = plane(new Vector3(0, 0, 0), new Vector3(0.99, 0.14, 0), new Vector3(-0.13, 0.98, 0.05));
		Place place = rounded.place(rounded.point(31, 17));
		assertEquals(31, place.column(), TOLERANCE);
		assertEquals(17, place.row(), TOLERANCE);
		assertEquals(0, place.distance(), TOLERANCE);
	}

	private static Vector3 direction(Random random) {
		Vector3 any = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
		return any.times(1 / any.length());
	}

	private static void assertLine(double column1, double row1, double column2, double row2, Optional<Line> line) {
		Line found = line.orElseThrow();
		boolean same = Math.hypot(found.column1() - column1, found.row1() - row1) <= Math
				.hypot(found.column2() - column1, found.row2() - row1);
		Line ordered = same ? found : new Line(found.column2(), found.row2(), found.column1(), found.row1());
		assertEquals(column1, ordered.column1(), TOLERANCE);
		assertEquals(row1, ordered.row1(), TOLERANCE);
		assertEquals(column2, ordered.column2(), TOLERANCE);
		assertEquals(row2, ordered.row2(), TOLERANCE);
	}

	@Test
	void perpendicularPlanesCutEachOtherAlongALine() {
		assertLine(12, 0, 12, 20, axial(10).intersection(sagittal(12)));
		assertLine(0, 15, 40, 15, sagittal(12).intersection(axial(10)));
	}

	@Test
	void aTiltedPlaneCutsInALineThatIsAsLongAsBothImagesReach() {
		double half = Math.sqrt(0.5);
		ImagePlane tilted = plane(new Vector3(20, 20, 20), new Vector3(half, half, 0), new Vector3(0, 0, -1));
		double begin = 20 - half / 2;
		assertLine(begin, begin / 2, 40, 20, axial(15).intersection(tilted));
		assertEquals(Optional.empty(), axial(22).intersection(tilted), "above it");
	}

	@Test
	void anObliquePlaneIsClippedAtTheImage() {
		double angle = Math.toRadians(30);
		ImagePlane oblique = new ImagePlane(new Plane(new Vector3(-50, -50, 5), new Vector3(1, 0, 0),
				new Vector3(0, Math.cos(angle), Math.sin(angle)), true), 1, 1, 200, 200, ROOM);
		// z grows by tan 30 with y: where the plane reaches z = 20
		double y = -50 + 15 / Math.tan(angle);
		assertEquals(Optional.empty(), axial(20).intersection(oblique), "the line lies beside the image, at y " + y);
		double z = 5 + (10 + 50) * Math.tan(angle);
		assertLine(0, 5, 40, 5, axial(z).intersection(oblique));
	}

	@Test
	void parallelPlanesHaveNoLine() {
		assertEquals(Optional.empty(), axial(10).intersection(axial(10)));
		assertEquals(Optional.empty(), axial(10).intersection(axial(20)));
		double angle = Math.toRadians(0.5);
		ImagePlane nearly = plane(new Vector3(0, 0, 10 - 20 * Math.tan(angle)), new Vector3(1, 0, 0),
				new Vector3(0, Math.cos(angle), Math.sin(angle)));
		assertEquals(Optional.empty(), axial(10).intersection(nearly));
	}

	@Test
	void planesThatOnlyTouchOrDoNotMeetHaveNoLine() {
		assertEquals(Optional.empty(), axial(10).intersection(sagittal(41)));
		assertEquals(Optional.empty(), axial(41).intersection(sagittal(12)), "above the other");
		assertEquals(Optional.empty(), axial(-1).intersection(sagittal(12)), "below the other");
	}

	@Test
	void onlyOneFrameOfReferenceCounts() {
		ImagePlane other = new ImagePlane(sagittal(12).plane(), 2, 1, 40, 20, "1.2.4");
		ImagePlane unknown = new ImagePlane(sagittal(12).plane(), 2, 1, 40, 20, "");
		Plane volume = new Plane(new Vector3(12, 0.5, 39), new Vector3(0, 1, 0), new Vector3(0, 0, -1), false);
		assertEquals(Optional.empty(), axial(10).intersection(other));
		assertFalse(unknown.sharesFrameOfReference(unknown));
		assertEquals(Optional.empty(), axial(10).intersection(new ImagePlane(volume, 2, 1, 40, 20, ROOM)));
	}

	@Test
	void distancesReachToTheRim() {
		assertEquals(3, axial(10).distance(new Vector3(5, 5, 13)), TOLERANCE);
		assertEquals(5, axial(10).distance(new Vector3(43, 5, 14)), TOLERANCE);
		assertEquals(2, axial(10).distance(new Vector3(5, -2, 10)), TOLERANCE);
	}

	private static TestHeader header(int index, double z) {
		return new TestHeader("f" + index).axial(z).with(Tag.PIXEL_SPACING, "2\\1").with(Tag.FRAME_OF_REFERENCE_UID, ROOM);
	}

	@Test
	void theNearestSliceOfAStackIsFound() {
		SliceStack stack = Stacks.only(Stacks.make(10, i -> header(i, 3 * i)));
		ImagePlane from = sagittal(12);
		List<Slice> slices = stack.slices();
		assertEquals(OptionalInt.of(4), from.nearest(slices, new Vector3(0, 0, 11)));
		assertEquals(OptionalInt.of(0), from.nearest(slices, new Vector3(7, 7, -100)));
		assertEquals(OptionalInt.of(9), from.nearest(slices, new Vector3(7, 7, 100)));
		assertEquals(OptionalInt.empty(),
				new ImagePlane(from.plane(), 1, 1, 1, 1, "1.2.4").nearest(slices, new Vector3(0, 0, 0)));
		assertEquals(OptionalInt.empty(), from.nearest(List.of(), new Vector3(0, 0, 0)));
	}

	@Test
	void theNearestSliceOfARadialStackIsTheOneThatComesClosest() {
		List<TestHeader> headers = Stacks.make(6, i -> {
			double angle = Math.toRadians(30 * i);
			return new TestHeader("r" + i).with(Tag.PIXEL_SPACING, "1\\1").with(Tag.FRAME_OF_REFERENCE_UID, ROOM)
					.with(Tag.INSTANCE_NUMBER, i).at(-32 * Math.cos(angle), -32 * Math.sin(angle), 0, Math.cos(angle),
							Math.sin(angle), 0, 0, 0, 1);
		});
		List<Slice> slices = Stacks.of(headers).stream().flatMap(stack -> stack.slices().stream()).toList();
		assertEquals(6, slices.size());
		double angle = Math.toRadians(92);
		Vector3 point = new Vector3(20 * Math.cos(angle), 20 * Math.sin(angle), 10);
		int nearest = sagittal(0).nearest(slices, point).getAsInt();
		assertEquals("r3", Locations.path(slices.get(nearest).instance()).getFileName().toString());
	}

	@Test
	void aSliceKnowsItsPlaneFromItsFrame() {
		TestHeader header = new TestHeader("m").with(Tag.FRAME_OF_REFERENCE_UID, ROOM).frames(3, (item, index) -> item
				.with(Tag.IMAGE_POSITION_PATIENT, new double[] { 1, 2, 5 * index })
				.with(Tag.IMAGE_ORIENTATION_PATIENT, new double[] { 1, 0, 0, 0, 1, 0 }).with(Tag.PIXEL_SPACING, "0.5\\0.25"));
		ImagePlane plane = Stacks.only(List.of(header)).slices().get(2).imagePlane().orElseThrow();
		assertVector(1.25, 2.5, 10, plane.point(1.5, 1.5));
		assertEquals(64, plane.columns());
		assertEquals(ROOM, plane.frameOfReference());
		assertEquals(Optional.empty(), ImagePlane.of(new TestHeader("none").with(Tag.PIXEL_SPACING, "1\\1"), 0));
		assertEquals(Optional.empty(), ImagePlane.of(new TestHeader("none").axial(1), 0));
	}

	@Test
	void aPlaneHasASize() {
		Plane plane = axial(0).plane();
		assertThrows(IllegalArgumentException.class, () -> new ImagePlane(plane, 0, 1, 1, 1, ROOM));
		assertThrows(IllegalArgumentException.class, () -> new ImagePlane(plane, 1, 1, 0, 1, ROOM));
	}
}
