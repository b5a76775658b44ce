package org.dicompreview.rendering.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Vector3;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Plane;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where masks, contours and doses lie on images, by points of known coordinates in mm. */
class ImageOverlaysTest {

	private static final String STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3"; //$NON-NLS-1$
	private static final String DOSE = "1.2.840.10008.5.1.4.1.1.481.2"; //$NON-NLS-1$
	private static final int COLUMNS = 40;
	private static final int ROWS = 30;

	@TempDir
	private Path folder;
	private final DicomReaders readers = DicomReaders.standalone();
	private final FrameLoader loader = FrameLoader.standalone(readers, FrameDecoders.standalone());
	private final ImageOverlays finder = ImageOverlays.standalone(readers, loader);
	private final Study study = Study.of("Overlay^Test", "O-1", 81); //$NON-NLS-1$ //$NON-NLS-2$

	/** CT at z = -12, -9 … 12 and one sagittal MR image at x = 0, with what is laid over them. */
	private List<Patient> scan(DicomObject... others) throws IOException {
		List<DicomObject> all = new ArrayList<>(Phantoms.ct(study, 1, 9, 3, 64));
		all.addAll(Phantoms.mr(study, 2, "Sagittal", "M", 4, List.of(Plane.sagittal(0, 2, 128)))); //$NON-NLS-1$ //$NON-NLS-2$
		all.addAll(List.of(others));
		SampleStudy.write(folder, all, DicomWriter.of(DicomWriter.IMPLICIT_LITTLE));
		return SeriesModel.standalone(readers).read(folder).patients();
	}

	private static Series series(List<Patient> patients, String modality) {
		return patients.stream().flatMap(patient -> patient.studies().stream()).flatMap(each -> each.series().stream())
				.filter(each -> each.modality().equals(modality)).findFirst().orElseThrow();
	}

	private List<ImageOverlay> over(Series series) {
		return finder.find(series, series.stacks(), () -> false);
	}

	private static Slice at(Series series, double z) {
		return series.stacks().get(0).slices().stream().filter(slice -> Math.abs(slice.offset().orElseThrow() - z) < 1e-6)
				.findFirst().orElseThrow();
	}

	/** A grid whose first pixel has its centre at -50, -40, z: columns 4 mm apart, rows 2 mm. */
	private DicomObject framesAt(DicomObject object, double... z) {
		List<DicomObject> groups = new ArrayList<>();
		for (double each : z) {
			groups.add(new DicomObject()
					.sequence(Tag.PLANE_POSITION_SEQUENCE,
							new DicomObject().set(Tag.IMAGE_POSITION_PATIENT, -50.0, -40.0, each))
					.sequence(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, new DicomObject().set(Tag.REFERENCED_SEGMENT_NUMBER, 1)));
		}
		DicomObject shared = new DicomObject()
				.sequence(Tag.PIXEL_MEASURES_SEQUENCE, new DicomObject().set(Tag.PIXEL_SPACING, 2, 4).set(Tag.SLICE_THICKNESS, 3))
				.sequence(Tag.PLANE_ORIENTATION_SEQUENCE,
						new DicomObject().set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0));
		return object.set(Tag.NUMBER_OF_FRAMES, z.length).set(Tag.FRAME_OF_REFERENCE_UID, Phantoms.frameOfReference(study))
				.sequence(Tag.SEGMENT_SEQUENCE, new DicomObject().set(Tag.SEGMENT_NUMBER, 1).set(Tag.SEGMENT_LABEL, "Square")) //$NON-NLS-1$
				.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups);
	}

	/** Columns 10 to 19 and rows 5 to 9 of the second of three frames: x from -12 to 28 mm, y from -31 to -21 mm. */
	private static boolean isInside(int frame, int column, int row) {
		return frame == 1 && column >= 10 && column < 20 && row >= 5 && row < 10;
	}

	private DicomObject binary(Study of) {
		boolean[] values = new boolean[3 * COLUMNS * ROWS];
		for (int i = 0; i < values.length; i++) {
			values[i] = isInside(i / (COLUMNS * ROWS), i % COLUMNS, i / COLUMNS % ROWS);
		}
		DicomObject object = of.instance(Study.SEGMENTATION, "SEG", 3, "Binary", 1).set(Tag.SEGMENTATION_TYPE, "BINARY"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return Images.bits(framesAt(object, -3, 0, 3), COLUMNS, ROWS, values);
	}

	/** {@return how much a point is covered, 0 to 255} */
	private static int alpha(OverlayPicture picture, Slice slice, double x, double y, double z) {
		return picture.raster().map(raster -> raster.alpha()[index(raster, slice, x, y, z)] & 0xFF).orElse(0);
	}

	private static int index(OverlayRaster raster, Slice slice, double x, double y, double z) {
		ImagePlane.Place place = slice.imagePlane().orElseThrow().place(new Vector3(x, y, z));
		double[] t = raster.toImage();
		double column = place.column() - t[0];
		double row = place.row() - t[3];
		double size = t[1] * t[5] - t[2] * t[4];
		int gridColumn = (int) Math.floor((t[5] * column - t[2] * row) / size);
		int gridRow = (int) Math.floor((t[1] * row - t[4] * column) / size);
		return gridRow * raster.columns() + gridColumn;
	}

	@Test
	void aMaskOfAnotherGridLiesWhereItsPixelsAreInThePatient() throws IOException {
		List<Patient> patients = scan(binary(study));
		Series ct = series(patients, "CT"); //$NON-NLS-1$
		List<ImageOverlay> found = over(ct);
		assertEquals(1, found.size());
		assertEquals(ImageOverlay.Kind.MASK, found.get(0).kind());
		assertTrue(found.get(0).label().toString().contains("Square")); //$NON-NLS-1$
		Slice slice = at(ct, 0);
		OverlayPicture picture = found.get(0).on(slice);
		for (double[] inside : new double[][] { { -11.9, -30.9 }, { 27.9, -30.9 }, { 27.9, -21.1 }, { -11.9, -21.1 }, { 5, -25 } }) {
			assertEquals(255, alpha(picture, slice, inside[0], inside[1], 0));
		}
		for (double[] outside : new double[][] { { -12.1, -25 }, { 28.1, -25 }, { 5, -31.1 }, { 5, -20.9 } }) {
			assertEquals(0, alpha(picture, slice, outside[0], outside[1], 0));
		}
		assertTrue(found.get(0).on(at(ct, 3)).isEmpty(), "a frame without a pixel of it"); //$NON-NLS-1$
		assertTrue(found.get(0).on(at(ct, 6)).isEmpty(), "beyond its frames"); //$NON-NLS-1$
	}

	@Test
	void aMaskIsCutByAPlaneAcrossIt() throws IOException {
		Series mr = series(scan(binary(study)), "MR"); //$NON-NLS-1$
		Slice slice = mr.stacks().get(0).slices().get(0);
		OverlayPicture picture = over(mr).get(0).on(slice);
		assertEquals(255, alpha(picture, slice, 0, -25, 0));
		assertEquals(255, alpha(picture, slice, 0, -29, 0));
		assertEquals(0, alpha(picture, slice, 0, -34, 0));
		assertEquals(0, alpha(picture, slice, 0, -17, 0));
		assertEquals(0, alpha(picture, slice, 0, -25, 4), "there the next frame begins"); //$NON-NLS-1$
		assertEquals(0, alpha(picture, slice, 0, -25, -4));
		assertEquals(0, alpha(picture, slice, 0, -25, 40));
	}

	@Test
	void aFractionalMaskCoversByItsFraction() throws IOException {
		byte[] values = new byte[COLUMNS * ROWS];
		values[5 * COLUMNS + 10] = 100;
		values[5 * COLUMNS + 11] = 25;
		DicomObject object = study.instance(Study.SEGMENTATION, "SEG", 3, "Part", 1).set(Tag.SEGMENTATION_TYPE, "FRACTIONAL") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.set(0x0062000E, 100);
		Series ct = series(scan(Images.bytes(framesAt(object, 0), COLUMNS, ROWS, 1, "MONOCHROME2", values)), "CT"); //$NON-NLS-1$ //$NON-NLS-2$
		Slice slice = at(ct, 0);
		OverlayPicture picture = over(ct).get(0).on(slice);
		assertEquals(255, alpha(picture, slice, -10, -30, 0));
		assertEquals(64, alpha(picture, slice, -6, -30, 0));
		assertEquals(0, alpha(picture, slice, -2, -30, 0));
	}

	@Test
	void nothingOfAnotherPatientOrFrameOfReferenceIsLaidOverAnImage() throws IOException {
		Study other = Study.of("Somebody^Else", "O-2", 82); //$NON-NLS-1$ //$NON-NLS-2$
		DicomObject elsewhere = binary(study).set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3.4").set(Tag.SOP_INSTANCE_UID, "1.2.3.5") //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.SERIES_INSTANCE_UID, "1.2.3.6"); //$NON-NLS-1$
		List<Patient> patients = scan(binary(other), elsewhere);
		assertEquals(2, patients.size());
		assertEquals(List.of(), over(series(patients, "CT"))); //$NON-NLS-1$
	}

	private static DicomObject contour(String type, Object... points) {
		return new DicomObject().set(0x30060042, type).set(0x30060050, points);
	}

	private DicomObject structures(DicomObject... contours) {
		return study.instance(STRUCTURE_SET, "RTSTRUCT", 4, "Structures", 1) //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(Tag.STRUCTURE_SET_ROI_SEQUENCE,
						new DicomObject().set(Tag.ROI_NUMBER, 3).set(Tag.ROI_NAME, "Box").set(0x30060024, //$NON-NLS-1$
								Phantoms.frameOfReference(study)),
						new DicomObject().set(Tag.ROI_NUMBER, 4).set(Tag.ROI_NAME, "Elsewhere").set(0x30060024, "1.2.3.4")) //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(0x30060039,
						new DicomObject().set(0x30060084, 3).set(0x3006002A, 255, 128, 0).sequence(0x30060040, contours),
						new DicomObject().set(0x30060084, 4).sequence(0x30060040, contours));
	}

	private static DicomObject box(double z) {
		return contour("CLOSED_PLANAR", -20, -10, z, 20, -10, z, 20, 30, z, -20, 30, z); //$NON-NLS-1$
	}

	private static void assertPlaces(Slice slice, OverlayLine line, double[]... points) {
		assertEquals(2 * points.length, line.points().length);
		for (int i = 0; i < points.length; i++) {
			ImagePlane.Place place = slice.imagePlane().orElseThrow().place(new Vector3(points[i][0], points[i][1], points[i][2]));
			assertEquals(place.column(), line.points()[2 * i], 1e-4);
			assertEquals(place.row(), line.points()[2 * i + 1], 1e-4);
		}
	}

	@Test
	void contoursLieOnTheirPlaneAndAreCutByOthers() throws IOException {
		List<Patient> patients = scan(structures(box(-3), box(0), box(3), contour("POINT", 7, 8, 9))); //$NON-NLS-1$
		Series ct = series(patients, "CT"); //$NON-NLS-1$
		List<ImageOverlay> found = over(ct);
		assertEquals(List.of("Box"), found.stream().map(each -> each.label().toString()).toList()); //$NON-NLS-1$
		assertEquals(0xFF8000, found.get(0).color());
		Slice slice = at(ct, 0);
		OverlayPicture picture = found.get(0).on(slice);
		assertEquals(1, picture.lines().size());
		assertEquals(OverlayLine.Shape.CLOSED, picture.lines().get(0).shape());
		assertPlaces(slice, picture.lines().get(0), new double[] { -20, -10, 0 }, new double[] { 20, -10, 0 },
				new double[] { 20, 30, 0 }, new double[] { -20, 30, 0 });
		OverlayPicture point = found.get(0).on(at(ct, 9));
		assertEquals(OverlayLine.Shape.POINTS, point.lines().get(0).shape());
		assertPlaces(at(ct, 9), point.lines().get(0), new double[] { 7, 8, 9 });
		assertTrue(found.get(0).on(at(ct, 6)).isEmpty());
		Series mr = series(patients, "MR"); //$NON-NLS-1$
		Slice sagittal = mr.stacks().get(0).slices().get(0);
		OverlayPicture cut = over(mr).get(0).on(sagittal);
		List<OverlayLine> segments = cut.lines().stream().filter(line -> line.shape() == OverlayLine.Shape.SEGMENTS).toList();
		assertEquals(3, segments.size());
		double[] ends = segments.get(1).points();
		ImagePlane.Place front = sagittal.imagePlane().orElseThrow().place(new Vector3(0, -10, 0));
		ImagePlane.Place back = sagittal.imagePlane().orElseThrow().place(new Vector3(0, 30, 0));
		assertEquals(Math.min(front.column(), back.column()), Math.min(ends[0], ends[2]), 1e-4);
		assertEquals(Math.max(front.column(), back.column()), Math.max(ends[0], ends[2]), 1e-4);
		assertEquals(front.row(), ends[1], 1e-4);
	}

	@Test
	void aContourOfManyPointsIsReadAsAWhole() throws IOException {
		Object[] points = new Object[3 * 5000];
		for (int i = 0; i < 5000; i++) {
			points[3 * i] = 60 * Math.cos(i * Math.PI / 2500);
			points[3 * i + 1] = 60 * Math.sin(i * Math.PI / 2500);
			points[3 * i + 2] = 0.0;
		}
		Series ct = series(scan(structures(contour("CLOSED_PLANAR", points))), "CT"); //$NON-NLS-1$ //$NON-NLS-2$
		OverlayLine line = over(ct).get(0).on(at(ct, 0)).lines().get(0);
		assertEquals(2 * 5000, line.points().length);
		ImagePlane.Place last = at(ct, 0).imagePlane().orElseThrow()
				.place(new Vector3(60 * Math.cos(4999 * Math.PI / 2500), 60 * Math.sin(4999 * Math.PI / 2500), 0));
		assertEquals(last.column(), line.points()[9998], 1e-3);
	}

	/** A dose on 21 x 11 pixels of 5 mm from -50, -25 on, at three positions. @param values by column and frame */
	private DicomObject dose(int[][] values) {
		byte[] bytes = new byte[3 * 11 * 21 * 2];
		for (int i = 0; i < bytes.length / 2; i++) {
			int value = values[i / (11 * 21)][i % 21];
			bytes[2 * i] = (byte) value;
			bytes[2 * i + 1] = (byte) (value >> 8);
		}
		return study.instance(DOSE, "RTDOSE", 5, "Plan", 1).set(Tag.NUMBER_OF_FRAMES, 3).set(0x00280009, VR.AT, 0x3004000C) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.IMAGE_POSITION_PATIENT, -50, -25, -6).set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
				.set(Tag.PIXEL_SPACING, 5, 5).set(Tag.FRAME_OF_REFERENCE_UID, Phantoms.frameOfReference(study))
				.set(0x3004000C, 0, 6, 12).set(Tag.DOSE_GRID_SCALING, "0.001").set(Tag.DOSE_UNITS, "GY") //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.SAMPLES_PER_PIXEL, 1).set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2").set(Tag.ROWS, 11) //$NON-NLS-1$
				.set(Tag.COLUMNS, 21).set(Tag.BITS_ALLOCATED, 16).set(Tag.BITS_STORED, 16).set(Tag.HIGH_BIT, 15)
				.set(Tag.PIXEL_REPRESENTATION, 0).bytes(Tag.PIXEL_DATA, VR.OW, bytes);
	}

	private static int[] same(int value) {
		int[] values = new int[21];
		Arrays.fill(values, value);
		return values;
	}

	@Test
	void aDoseIsInterpolatedBetweenItsFramesAndColouredByLevels() throws IOException {
		Series ct = series(scan(dose(new int[][] { same(1000), same(2000), same(1000) })), "CT"); //$NON-NLS-1$
		ImageOverlay dose = over(ct).get(0);
		assertEquals(ImageOverlay.Kind.DOSE, dose.kind());
		assertEquals(Optional.of(0xFF0000), color(dose.on(at(ct, 0)), at(ct, 0), 0, 0, 0));
		assertEquals("95 % (1.90 Gy)", dose.levels().get(0).label().toString()); //$NON-NLS-1$
		assertEquals(Optional.of(0x80FF00), color(dose.on(at(ct, 3)), at(ct, 3), 10, 10, 3), "75 % lies between 70 and 80"); //$NON-NLS-1$
		assertEquals(Optional.of(0x00FF80), color(dose.on(at(ct, 6)), at(ct, 6), 10, 10, 6), "50 %"); //$NON-NLS-1$
		assertTrue(dose.on(at(ct, 12)).isEmpty(), "beyond the grid"); //$NON-NLS-1$
	}

	private static Optional<Integer> color(OverlayPicture picture, Slice slice, double x, double y, double z) {
		return picture.raster().filter(raster -> raster.alpha()[index(raster, slice, x, y, z)] != 0)
				.map(raster -> raster.colors().orElseThrow()[index(raster, slice, x, y, z)]);
	}

	@Test
	void aLevelLiesWhereTheDoseHasItsValue() throws IOException {
		int[] ramp = new int[21];
		for (int i = 0; i < ramp.length; i++) {
			ramp[i] = 100 * i;
		}
		Series ct = series(scan(dose(new int[][] { ramp, ramp, ramp })), "CT"); //$NON-NLS-1$
		Slice slice = at(ct, 0);
		OverlayPicture picture = over(ct).get(0).on(slice);
		OverlayLine half = picture.lines().stream().filter(line -> line.color().equals(OptionalInt.of(0x00FF80))).findFirst()
				.orElseThrow();
		double[] points = half.points();
		ImagePlane.Place top = slice.imagePlane().orElseThrow().place(new Vector3(0, -25, 0));
		ImagePlane.Place bottom = slice.imagePlane().orElseThrow().place(new Vector3(0, 25, 0));
		double highest = Double.POSITIVE_INFINITY;
		double lowest = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < points.length; i += 2) {
			assertEquals(top.column(), points[i], 1e-4, "1 Gy is at x = 0"); //$NON-NLS-1$
			highest = Math.min(highest, points[i + 1]);
			lowest = Math.max(lowest, points[i + 1]);
		}
		assertEquals(top.row(), highest, 1e-4);
		assertEquals(bottom.row(), lowest, 1e-4);
	}
}
