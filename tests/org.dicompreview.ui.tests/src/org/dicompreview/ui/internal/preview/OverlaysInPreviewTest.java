package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Vector3;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.OverlayChoice;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;

/** A made segmentation and structure set over made CT images: colours of the canvas at places of the patient. */
class OverlaysInPreviewTest extends PreviewTestCase {

	private static final int SIZE = 50;
	/** Recommended Display CIELab Value of #FF0000. */
	private static final Object[] RED = { 35580, 53665, 50856 };

	private Study study;

	@Override
	protected List<DicomObject> images(Study own) {
		study = own;
		return Phantoms.ct(own, 1, 9, 3, 64);
	}

	/** Columns and rows 2 mm apart from -50 mm on; x from -21 to 19 mm and y from -11 to 9 mm, at z = 0 alone. */
	private static DicomObject mask(Study of, String frameOfReference) {
		boolean[] values = new boolean[SIZE * SIZE];
		for (int i = 0; i < values.length; i++) {
			int column = i % SIZE;
			int row = i / SIZE;
			values[i] = column >= 15 && column < 35 && row >= 20 && row < 30;
		}
		DicomObject frame = new DicomObject()
				.sequence(Tag.PLANE_POSITION_SEQUENCE, new DicomObject().set(Tag.IMAGE_POSITION_PATIENT, -50, -50, 0))
				.sequence(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, new DicomObject().set(Tag.REFERENCED_SEGMENT_NUMBER, 1));
		DicomObject shared = new DicomObject()
				.sequence(Tag.PIXEL_MEASURES_SEQUENCE, new DicomObject().set(Tag.PIXEL_SPACING, 2, 2).set(Tag.SLICE_THICKNESS, 3))
				.sequence(Tag.PLANE_ORIENTATION_SEQUENCE, new DicomObject().set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0));
		return Images.bits(of.instance(Study.SEGMENTATION, "SEG", 3, "Masks", 1).set(Tag.SEGMENTATION_TYPE, "BINARY") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.set(Tag.NUMBER_OF_FRAMES, 1).set(Tag.FRAME_OF_REFERENCE_UID, frameOfReference)
				.sequence(Tag.SEGMENT_SEQUENCE,
						new DicomObject().set(Tag.SEGMENT_NUMBER, 1).set(Tag.SEGMENT_LABEL, "Square") //$NON-NLS-1$
								.set(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, RED))
				.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, List.of(frame)), SIZE, SIZE, values);
	}

	private void open(DicomObject... more) throws Exception {
		SampleStudy.write(folder.resolve("more"), List.of(more)); //$NON-NLS-1$
		folders.open(folder);
		until("all series", () -> series().size() == 1 + more.length); //$NON-NLS-1$
	}

	private OverlayChoice choice() {
		return viewport.overlays().choices().get(0);
	}

	private void known() {
		until("what lies over the slice", () -> viewport.isSettled() && viewport.overlays().choices().size() > 0 //$NON-NLS-1$
				&& viewport.overlays().isSettled(viewport.model().slice().orElseThrow()));
	}

	private RGB color(double x, double y) {
		double z = viewport.model().slice().orElseThrow().offset().orElseThrow();
		DisplayPoint point = viewport.transform().orElseThrow().toDisplay(new Vector3(x, y, z)).orElseThrow();
		ImageData data = ViewportProbe.painted(viewport);
		return data.palette.getRGB(data.getPixel((int) Math.floor(point.x()), (int) Math.floor(point.y())));
	}

	private static boolean isGrey(RGB color) {
		return Math.abs(color.red - color.green) <= 3 && Math.abs(color.green - color.blue) <= 3;
	}

	private static void assertMixed(RGB under, int red, int green, int blue, double opacity, RGB seen) {
		assertEquals(under.red * (1 - opacity) + red * opacity, seen.red, 4, seen::toString);
		assertEquals(under.green * (1 - opacity) + green * opacity, seen.green, 4, seen::toString);
		assertEquals(under.blue * (1 - opacity) + blue * opacity, seen.blue, 4, seen::toString);
	}

	@Test
	void aMaskIsSeenAtItsPlaceInItsColourOnItsSliceAlone() throws Exception {
		RGB under = color(0, 0);
		open(mask(study, Phantoms.frameOfReference(study)));
		known();
		assertMixed(under, 255, 0, 0, 0.5, color(0, 0));
		for (double[] inside : new double[][] { { -18, 0 }, { 16, 0 }, { 0, -8 }, { 0, 6 } }) {
			assertFalse(isGrey(color(inside[0], inside[1])), () -> inside[0] + ", " + inside[1]); //$NON-NLS-1$
		}
		for (double[] outside : new double[][] { { -24, 0 }, { 22, 0 }, { 0, -14 }, { 0, 12 } }) {
			assertTrue(isGrey(color(outside[0], outside[1])), () -> outside[0] + ", " + outside[1]); //$NON-NLS-1$
		}
		assertTrue(viewport.description().contains("Square"), viewport.description()); //$NON-NLS-1$
		viewport.model().moveBy(1);
		known();
		assertTrue(isGrey(color(0, 0)));
		assertFalse(viewport.description().contains("Square")); //$NON-NLS-1$
	}

	@Test
	void theViewHidesAMaskAndChangesItsColourAndOpacity() throws Exception {
		open(mask(study, Phantoms.frameOfReference(study)));
		known();
		IViewPart part = page.showView(DicomPreview.OVERLAYS);
		Table table = find(part, Table.class);
		until("its row", () -> table.getItemCount() == 1); //$NON-NLS-1$
		assertTrue(table.getItem(0).getChecked());
		assertTrue(table.getItem(0).getText(0).contains("Square")); //$NON-NLS-1$
		ImageData swatch = table.getItem(0).getImage().getImageData(100);
		assertEquals(new RGB(255, 0, 0), swatch.palette.getRGB(swatch.getPixel(7, 7)));
		check(table, false);
		assertTrue(isGrey(color(0, 0)));
		RGB under = color(0, 0);
		check(table, true);
		known();
		table.select(0);
		table.notifyListeners(SWT.Selection, new Event());
		Scale opacity = find(part, Scale.class);
		assertEquals(50, opacity.getSelection());
		opacity.setSelection(80);
		opacity.notifyListeners(SWT.Selection, new Event());
		assertMixed(under, 255, 0, 0, 0.8, color(0, 0));
		viewport.overlays().change(choice().overlay().id(), choice -> choice.withColor(0x0000FF));
		assertMixed(under, 0, 0, 255, 0.8, color(0, 0));
		swatch = table.getItem(0).getImage().getImageData(100);
		assertEquals(new RGB(0, 0, 255), swatch.palette.getRGB(swatch.getPixel(7, 7)));
	}

	private static void check(Table table, boolean on) {
		table.getItem(0).setChecked(on);
		Event event = new Event();
		event.detail = SWT.CHECK;
		event.item = table.getItem(0);
		table.notifyListeners(SWT.Selection, event);
	}

	private static <T extends Control> T find(IViewPart part, Class<T> type) {
		return all(part.getSite().getShell()).filter(type::isInstance).map(type::cast)
				.filter(control -> type != Table.class || (control.getStyle() & SWT.CHECK) != 0)
				.filter(control -> type != Scale.class || ((Scale) control).getMaximum() == 100).findFirst().orElseThrow();
	}

	private static Stream<Control> all(Composite composite) {
		return Arrays.stream(composite.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? all(inner) : Stream.empty()));
	}

	@Test
	void aMaskOfSomebodyElseIsNeverSeen() throws Exception {
		Study other = Study.of("Somebody^Else", "ELSE", 4712); //$NON-NLS-1$ //$NON-NLS-2$
		List<DicomObject> more = new ArrayList<>(List.of(mask(other, Phantoms.frameOfReference(study))));
		more.add(structures());
		open(more.toArray(DicomObject[]::new));
		known();
		assertEquals(List.of("Line"), viewport.overlays().choices().stream() //$NON-NLS-1$
				.map(each -> each.overlay().label().toString()).toList());
		assertTrue(isGrey(color(0, 0)));
	}

	/** A contour of this patient: x from -30 to 30 mm, y from -20 to 40 mm, at z = 0, in green. */
	private DicomObject structures() {
		DicomObject contour = new DicomObject().set(0x30060042, "CLOSED_PLANAR").set(0x30060050, -30, -20, 0, 30, -20, 0, 30, 40, //$NON-NLS-1$
				0, -30, 40, 0);
		return study.instance("1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT", 4, "Structures", 1) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.sequence(Tag.STRUCTURE_SET_ROI_SEQUENCE, new DicomObject().set(Tag.ROI_NUMBER, 1).set(Tag.ROI_NAME, "Line") //$NON-NLS-1$
						.set(0x30060024, Phantoms.frameOfReference(study)))
				.sequence(0x30060039,
						new DicomObject().set(0x30060084, 1).set(0x3006002A, 0, 255, 0).sequence(0x30060040, contour));
	}

	@Test
	void aContourIsALineWhereItsPointsAre() throws Exception {
		open(structures());
		known();
		for (double[] on : new double[][] { { -30, 10 }, { 30, 10 }, { 0, -20 }, { 0, 40 } }) {
			RGB color = color(on[0], on[1]);
			assertTrue(color.green > color.red + 60, () -> on[0] + ", " + on[1] + ": " + color); //$NON-NLS-1$ //$NON-NLS-2$
		}
		assertTrue(isGrey(color(0, 10)));
		viewport.model().moveBy(2);
		known();
		assertTrue(isGrey(color(-30, 10)));
	}

	@Test
	void aPictureThatIsSavedWithWhatLiesOverItHasTheMask() throws Exception {
		open(mask(study, Phantoms.frameOfReference(study)));
		known();
		Image image = new Image(display, viewport.canvas().getClientArea().width,
				viewport.canvas().getClientArea().height);
		GC gc = new GC(image);
		try {
			viewport.paintLayers(gc, viewport.model().rendered().orElseThrow(), viewport.canvas().getClientArea());
			DisplayPoint point = viewport.transform().orElseThrow().toDisplay(new Vector3(0, 0, 0)).orElseThrow();
			ImageData data = image.getImageData(100);
			RGB color = data.palette.getRGB(data.getPixel((int) point.x(), (int) point.y()));
			assertTrue(color.red > color.green + 60, color::toString);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
