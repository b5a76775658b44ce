package org.dicompreview.viewer.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Picture;
import org.dicompreview.series.PixelSpacing.Rule;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.FakeImage;
import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class ScaleBarTest {

	private static final Rectangle AREA = new Rectangle(0, 0, 400, 400);
	/** Two points of the canvas for each pixel. */
	private static final double[] PLAIN = { 0.5, 0, 0.25, 0, 0.5, 0.25 };
	/** The same, turned by 90 degrees: what is right in the picture is up in the frame. */
	private static final double[] TURNED = { 0, 0.5, 0.25, -0.5, 0, 99.75 };
	private static final double EXACT = 1e-9;

	private static Optional<ScaleBar> bar(FakeImage slice, double[] picture, Rectangle area) {
		RenderedSlice rendered = new RenderedSlice(Identity.next(), slice, false, Optional.empty(), Appearance.DEFAULT,
				new RenderTarget(400, 400, 100), Optional.empty(), DisplaySettings.DEFAULT,
				Optional.of(new Picture(null, picture)), List.of());
		return ScaleBar.of(ImageTransform.of(rendered).orElseThrow(), area);
	}

	private static void assertBar(double millimetres, double points, Rule rule, Optional<ScaleBar> bar) {
		assertEquals(millimetres, bar.orElseThrow().millimetres(), EXACT);
		assertEquals(points, bar.orElseThrow().points(), EXACT);
		assertEquals(rule, bar.orElseThrow().rule());
	}

	@Test
	void theBarHasARoundLengthThatFits() {
		FakeImage image = FakeImage.axial(0, 0); // 2 mm wide pixels: 1 mm a point
		assertBar(100, 100, Rule.PIXEL_SPACING, bar(image, PLAIN, AREA));
		assertBar(20, 20, Rule.PIXEL_SPACING, bar(image, PLAIN, new Rectangle(0, 0, 100, 400)));
		assertBar(200, 200, Rule.PIXEL_SPACING, bar(image, PLAIN, new Rectangle(0, 0, 4000, 4000)));
		assertBar(5, 50, Rule.PIXEL_SPACING, bar(FakeImage.axial(0, 0).set(Tag.PIXEL_SPACING, 0.3, 0.2), PLAIN, // 0.1 mm a point
				new Rectangle(0, 0, 150, 400)));
	}

	@Test
	void itMeasuresAlongTheScreenHoweverThePictureIsTurned() {
		assertBar(200, 200 / 1.5, Rule.PIXEL_SPACING, bar(FakeImage.axial(0, 0), TURNED, AREA)); // rows, of 3 mm
	}

	@Test
	void itKnowsWhatItsLengthIsOf() {
		FakeImage film = new FakeImage(0).set(Tag.COLUMNS, 100).set(Tag.ROWS, 80).set(Tag.IMAGER_PIXEL_SPACING, 0.2, 0.2)
				.set(Tag.MODALITY, "DX"); //$NON-NLS-1$
		assertBar(10, 100, Rule.IMAGER_PIXEL_SPACING, bar(film, PLAIN, AREA));
	}

	@Test
	void withoutSpacingThereIsNone() {
		assertEquals(Optional.empty(), bar(new FakeImage(0).set(Tag.COLUMNS, 100).set(Tag.ROWS, 80), PLAIN, AREA));
	}
}
