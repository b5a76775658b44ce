package org.dicompreview.rendering.internal.overlay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Vector3;

/**
 * The structures of an RT Structure Set with their contours (PS3.3 C.8.8.5, C.8.8.6). Immutable.
 *
 * @param structures those that have contours, as the file lists them
 */
record StructureSet(List<Structure> structures) {

	/** Points that are read of one file, 24 bytes each at most. */
	private static final int MOST_POINTS = 1_000_000;
	private static final int REFERENCED_FRAME_OF_REFERENCE_UID = 0x30060024;
	private static final int ROI_DISPLAY_COLOR = 0x3006002A;
	private static final int ROI_CONTOUR_SEQUENCE = 0x30060039;
	private static final int CONTOUR_SEQUENCE = 0x30060040;
	private static final int CONTOUR_GEOMETRIC_TYPE = 0x30060042;
	private static final int CONTOUR_DATA = 0x30060050;
	private static final int REFERENCED_ROI_NUMBER = 0x30060084;

	/** @param type Contour Geometric Type @param points x, y and z in turn, in mm */
	record Contour(String type, float[] points) {

		int size() {
			return points.length / 3;
		}

		Vector3 point(int index) {
			return new Vector3(points[3 * index], points[3 * index + 1], points[3 * index + 2]);
		}
	}

	/** @param color as 0xRRGGBB, -1 where none is stated */
	record Structure(int number, String name, String frameOfReference, int color, List<Contour> contours) {
	}

	/** {@return what a file holds} @throws IOException if it cannot be read */
	static StructureSet read(DicomReaders readers, InstanceHeader header) throws IOException {
		DataSet data = readers.readDataSet(header.location(), readers.limits());
		Map<Integer, DataSet> drawn = new HashMap<>();
		for (DataSet item : items(data, ROI_CONTOUR_SEQUENCE)) {
			item.integer(REFERENCED_ROI_NUMBER).ifPresent(number -> drawn.putIfAbsent(number, item));
		}
		List<Structure> structures = new ArrayList<>();
		int[] left = { MOST_POINTS };
		for (DataSet item : items(data, Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
			int number = item.integer(Tag.ROI_NUMBER).orElse(-1);
			DataSet contours = drawn.get(number);
			if (contours != null) {
				Structure structure = new Structure(number, item.string(Tag.ROI_NAME).orElse(""),
						item.string(REFERENCED_FRAME_OF_REFERENCE_UID).orElse(""), color(contours),
						contours(readers, header, contours, left));
				if (!structure.contours().isEmpty()) {
					structures.add(structure);
				}
			}
		}
		return new StructureSet(List.copyOf(structures));
	}

	private static List<DataSet> items(DataSet data, int sequence) {
		return data.element(sequence).map(Element::items).orElse(List.of());
	}

	private static int color(DataSet contours) {
		double[] rgb = contours.numbers(ROI_DISPLAY_COLOR);
		return rgb.length != 3 ? -1 : channel(rgb[0]) << 16 | channel(rgb[1]) << 8 | channel(rgb[2]);
	}

	private static int channel(double value) {
		return (int) Math.max(0, Math.min(255, value));
	}

	private static List<Contour> contours(DicomReaders readers, InstanceHeader header, DataSet drawn, int[] left)
			throws IOException {
		List<Contour> contours = new ArrayList<>();
		for (DataSet item : items(drawn, CONTOUR_SEQUENCE)) {
			float[] points = points(readers, header, item);
			if (points.length / 3 > left[0]) {
				System.getLogger(StructureSet.class.getName()).log(System.Logger.Level.WARNING,
						header.location() + ": more than " + MOST_POINTS + " points of contours; the rest is not shown");
				break;
			}
			if (points.length >= 3) {
				left[0] -= points.length / 3;
				contours.add(new Contour(item.string(CONTOUR_GEOMETRIC_TYPE).orElse("CLOSED_PLANAR"), points));
			}
		}
		return List.copyOf(contours);
	}

	private static float[] points(DicomReaders readers, InstanceHeader header, DataSet item) throws IOException {
		Element data = item.element(CONTOUR_DATA).orElse(null);
		if (data == null) {
			return new float[0];
		}
		double[] numbers = item.numbers(CONTOUR_DATA);
		if (numbers.length == 0 && data.shortened()) {
			numbers = numbers(new String(readers.readValue(header.location(), data, readers.limits()), StandardCharsets.US_ASCII));
		}
		float[] points = new float[numbers.length - numbers.length % 3];
		for (int i = 0; i < points.length; i++) {
			points[i] = (float) numbers[i];
		}
		return points;
	}

	/** {@return the numbers of a decimal string; none if one of them is none, as elsewhere} */
	private static double[] numbers(String text) {
		String[] parts = text.split("\\\\");
		double[] numbers = new double[parts.length];
		try {
			for (int i = 0; i < parts.length; i++) {
				numbers[i] = Double.parseDouble(parts[i].strip());
			}
		} catch (NumberFormatException e) {
			return new double[0];
		}
		return numbers;
	}
}
