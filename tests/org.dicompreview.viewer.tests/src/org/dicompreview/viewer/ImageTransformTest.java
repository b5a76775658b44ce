package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Picture;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Vector3;
import org.junit.jupiter.api.Test;

class ImageTransformTest {

	/** Enlarged four times and turned by 90 degrees: what is right in the picture is up in the frame. */
	private static final double[] TURNED = { 0, 0.25, 0.125, -0.25, 0, 99.875 };
	private static final double EXACT = 1e-9;

	private static ImageTransform transform(double[] picture, int zoom, Slice slice) {
		return ImageTransform.of(rendered(Optional.of(new Picture(null, picture)), zoom, slice)).orElseThrow();
	}

	private static RenderedSlice rendered(Optional<Picture> picture, int zoom, Slice slice) {
		return new RenderedSlice(Identity.next(), slice, false, Optional.empty(), Appearance.DEFAULT,
				new RenderTarget(400, 400, zoom), Optional.empty(), DisplaySettings.DEFAULT, picture, List.of());
	}

	private static void assertPoint(double x, double y, DisplayPoint point) {
		assertEquals(x, point.x(), EXACT);
		assertEquals(y, point.y(), EXACT);
	}

	private static void assertPlace(double x, double y, double z, Vector3 place) {
		assertEquals(x, place.x(), EXACT);
		assertEquals(y, place.y(), EXACT);
		assertEquals(z, place.z(), EXACT);
	}

	@Test
	void theCornerOfThePictureIsTheCornerOfItsFirstPixel() {
		ImageTransform plain = transform(new double[] { 1, 0, 0.5, 0, 1, 0.5 }, 100, FakeImage.axial(0, 0));
		assertEquals(new ImagePoint(0, 0), plain.toImage(new DisplayPoint(0, 0)));
		assertEquals(new ImagePoint(12.25, 7.5), plain.toImage(new DisplayPoint(12.25, 7.5)));
		assertPoint(12.25, 7.5, plain.toDisplay(new ImagePoint(12.25, 7.5)));
	}

	@Test
	void aPixelIsSeenWhereThePictureHasIt() {
		for (int zoom : new int[] { 100, 150, 200 }) {
			ImageTransform transform = transform(TURNED, zoom, FakeImage.axial(0, 0));
			for (int x = 0; x < 400; x += 37) {
				for (int y = 0; y < 400; y += 41) {
					DisplayPoint centre = new DisplayPoint((x + 0.5) * 100 / zoom, (y + 0.5) * 100 / zoom);
					ImagePoint image = transform.toImage(centre);
					assertEquals(TURNED[1] * y + TURNED[2], image.column(), EXACT);
					assertEquals(TURNED[3] * x + TURNED[5], image.row(), EXACT);
					assertPoint(centre.x(), centre.y(), transform.toDisplay(image));
				}
			}
			assertEquals(4 * 100.0 / zoom, transform.pointsPerColumn(), EXACT);
			assertEquals(4 * 100.0 / zoom, transform.pointsPerRow(), EXACT);
		}
	}

	@Test
	void aPlaceOfTheCanvasIsOneInThePatientAndBack() {
		ImageTransform transform = transform(new double[] { 0.5, 0, 0.25, 0, 0.5, 0.25 }, 100, FakeImage.axial(0, 40));
		Vector3 first = transform.toPatient(transform.toDisplay(new ImagePoint(0.5, 0.5))).orElseThrow();
		assertPlace(-99, -100, 40, first);
		Vector3 place = transform.toPatient(new DisplayPoint(21, 31)).orElseThrow();
		assertPlace(-99 + 10 * 2, -100 + 15 * 3, 40, place);
		assertPoint(21, 31, transform.toDisplay(place.plus(new Vector3(0, 0, 5))).orElseThrow());
	}

	@Test
	void withoutGeometryThereIsNoPlaceInThePatient() {
		FakeImage image = FakeImage.axial(0, 0).set(Tag.PIXEL_SPACING);
		ImageTransform transform = transform(TURNED, 100, image);
		assertEquals(Optional.empty(), transform.plane());
		assertEquals(Optional.empty(), transform.toPatient(new DisplayPoint(1, 1)));
		assertEquals(Optional.empty(), transform.toDisplay(new Vector3(0, 0, 0)));
		assertEquals(Optional.empty(), ImageTransform.of(rendered(Optional.empty(), 100, image)));
	}
}
