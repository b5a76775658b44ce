package org.dicompreview.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;

/**
 * What fuzzing of rendering begins with: an image for each way of showing values, and one with a presentation state.
 */
final class RenderingSeeds {

	private static final int SIDE = 8;
	private static final Study STUDY = Study.of("Fuzz", "FUZZ", 73);
	private static final int[] DESCRIPTORS = { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR };
	private static final int[] TABLES = { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };
	private static final int[] SEGMENTED = { Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };

	/** 24 x 16, the file's own choice, bilinear, at zoom 1. */
	private static final int[] PLAIN = { 23, 15, 40, 0, 200, 0, 0, 1 << 4, 0, 128, 0, 0 };

	private final Map<String, byte[]> seeds = new TreeMap<>();

	private RenderingSeeds() {
	}

	static Map<String, byte[]> all() {
		RenderingSeeds all = new RenderingSeeds();
		all.grey();
		all.tables();
		all.palettes();
		all.marks();
		all.groups();
		all.states();
		return all.seeds;
	}

	private void add(String name, DicomObject... objects) {
		seeds.put(name, DataSets.join(List.of(objects), PLAIN));
	}

	private static DicomObject image() {
		return Phantoms.ct(STUDY, 1, 1, 5, SIDE).get(0);
	}

	private static DicomObject bytes(String photometric, int samples) {
		byte[] values = new byte[SIDE * SIDE * samples];
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) (37 * i);
		}
		return Images.bytes(STUDY.instance(Study.SECONDARY_CAPTURE, "OT", 2, "Bytes", 1), SIDE, SIDE, samples,
				photometric, values);
	}

	private void grey() {
		add("grey", image());
		add("sigmoid", image().set(Tag.VOI_LUT_FUNCTION, "SIGMOID").set(Tag.PIXEL_PADDING_VALUE, VR.US, 0)
				.set(Tag.PIXEL_PADDING_RANGE_LIMIT, VR.US, 9));
		add("inverse", bytes("MONOCHROME1", 1).set(Tag.PIXEL_ASPECT_RATIO, 2, 1));
		add("signed", image().set(Tag.PIXEL_REPRESENTATION, 1).set(Tag.HIGH_BIT, 13)
				.set(Tag.PATIENT_ORIENTATION, "L", "P"));
		byte[] floats = new byte[SIDE * SIDE * Float.BYTES];
		for (int i = 0; i < SIDE * SIDE; i++) {
			ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN).putFloat(4 * i, i / 7f);
		}
		add("float", image().remove(Tag.PIXEL_DATA).bytes(Tag.FLOAT_PIXEL_DATA, VR.OF, floats)
				.set(Tag.BITS_ALLOCATED, 32));
		for (String photometric : List.of("RGB", "YBR_FULL", "YBR_FULL_422")) {
			add(photometric, bytes(photometric, 3));
		}
		add("uptake", image().set(Tag.UNITS, "BQML").set(Tag.PATIENT_WEIGHT, 70).sequence(
				Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, new DicomObject().set(Tag.RADIONUCLIDE_TOTAL_DOSE, 1e8)
						.set(Tag.RADIONUCLIDE_HALF_LIFE, 6000).set(Tag.RADIOPHARMACEUTICAL_START_TIME, "080000")));
	}

	private void tables() {
		add("voi-lut", image().sequence(Tag.VOI_LUT_SEQUENCE, table(0, 16, 64), table(-9, 8, 200)));
		add("modality-lut", image().remove(Tag.RESCALE_SLOPE).remove(Tag.RESCALE_INTERCEPT)
				.sequence(Tag.MODALITY_LUT_SEQUENCE,
						table(900, 12, 256).set(Tag.MODALITY_LUT_TYPE, "US")));
		add("presentation-lut", image().sequence(Tag.PRESENTATION_LUT_SEQUENCE, table(0, 10, 256)));
		add("real-world", image().sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, new DicomObject()
				.set(Tag.LUT_LABEL, "T1")
				.set(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, VR.US, 0)
				.set(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, VR.US, 4095)
				.set(Tag.REAL_WORLD_VALUE_SLOPE, 0.5).set(Tag.REAL_WORLD_VALUE_INTERCEPT, -3)));
	}

	private static DicomObject table(int first, int bits, int count) {
		Object[] values = new Object[count];
		Arrays.setAll(values, i -> (1 << bits) * i / count);
		return new DicomObject().set(Tag.LUT_DESCRIPTOR, VR.US, count, first, bits).set(Tag.LUT_DATA, VR.OW, values);
	}

	private void palettes() {
		add("palette", palette(bytes("PALETTE COLOR", 1), TABLES));
		add("segmented", palette(bytes("PALETTE COLOR", 1), SEGMENTED));
		add("supplemental", palette(image().set(Tag.PIXEL_PRESENTATION, "COLOR"), TABLES));
		DicomObject item = palette(new DicomObject().set(Tag.DATA_PATH_ID, "PRIMARY")
				.set(Tag.RGB_LUT_TRANSFER_FUNCTION, "TABLE"),
				TABLES);
		add("enhanced-palette", image().sequence(Tag.ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE, item)
				.sequence(Tag.DATA_FRAME_ASSIGNMENT_SEQUENCE, new DicomObject()
						.set(Tag.DATA_PATH_ASSIGNMENT, "PRIMARY_SINGLE")
						.set(Tag.BITS_MAPPED_TO_COLOR_LOOKUP_TABLE, 8)));
	}

	private static DicomObject palette(DicomObject object, int[] tags) {
		Object[] entries = new Object[64];
		Arrays.setAll(entries, i -> 1000 * i);
		Object[] segments = { 0, 2, 100, 200, 1, 60, 65000, 2, 2, 0, 0 };
		for (int i = 0; i < tags.length; i++) {
			object.set(DESCRIPTORS[i], VR.US, 64, 10, 16).set(tags[i], VR.OW, tags == SEGMENTED ? segments : entries);
		}
		return object;
	}

	private void marks() {
		DicomObject overlaid = image();
		overlay(overlaid, 0);
		overlay(overlaid, 2).set(Tag.overlay(Tag.OVERLAY_ORIGIN, 2), VR.SS, -3, 5)
				.set(Tag.overlay(Tag.OVERLAY_TYPE, 2), "R");
		add("overlay", overlaid);
		add("embedded-overlay", overlay(image(), 0).remove(Tag.OVERLAY_DATA).set(Tag.OVERLAY_BIT_POSITION, 13)
				.set(Tag.OVERLAY_BITS_ALLOCATED, 16));
		add("shutter", image().set(Tag.SHUTTER_SHAPE, "RECTANGULAR", "CIRCULAR", "POLYGONAL")
				.set(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 1).set(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 7)
				.set(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 2).set(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 8)
				.set(Tag.CENTER_OF_CIRCULAR_SHUTTER, 4, 4).set(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 4)
				.set(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 1, 1, 8, 4, 2, 7).set(Tag.SHUTTER_PRESENTATION_VALUE, 100));
		add("bitmap-shutter", overlay(image(), 1).set(Tag.SHUTTER_SHAPE, "BITMAP")
				.set(Tag.SHUTTER_OVERLAY_GROUP, 0x6002));
	}

	private static DicomObject overlay(DicomObject object, int plane) {
		return object.set(Tag.overlay(Tag.OVERLAY_ROWS, plane), VR.US, SIDE)
				.set(Tag.overlay(Tag.OVERLAY_COLUMNS, plane), VR.US, SIDE)
				.set(Tag.overlay(Tag.OVERLAY_TYPE, plane), VR.CS, "G")
				.set(Tag.overlay(Tag.OVERLAY_ORIGIN, plane), VR.SS, 1, 1)
				.set(Tag.overlay(Tag.OVERLAY_BITS_ALLOCATED, plane), VR.US, 1)
				.set(Tag.overlay(Tag.OVERLAY_BIT_POSITION, plane), VR.US, 0)
				.bytes(Tag.overlay(Tag.OVERLAY_DATA, plane), VR.OW, new byte[] { 1, 2, 4, 8, 16, 32, 64, -128 });
	}

	private void groups() {
		add("enhanced", Phantoms.enhanced(STUDY, 3, 2, 2, SIDE));
		add("segmentation", Phantoms.segmentation(STUDY, 4, 1, SIDE));
		DicomObject group = new DicomObject()
				.sequence(Tag.FRAME_VOI_LUT_SEQUENCE, new DicomObject()
						.sequence(Tag.VOI_LUT_SEQUENCE, table(0, 12, 64)))
				.sequence(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, new DicomObject().set(Tag.RESCALE_SLOPE, 2)
						.set(Tag.RESCALE_INTERCEPT, -1).set(Tag.RESCALE_TYPE, "US"))
				.sequence(Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE, new DicomObject().set(Tag.SHUTTER_SHAPE, "CIRCULAR")
						.set(Tag.CENTER_OF_CIRCULAR_SHUTTER, 4, 4).set(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 3));
		add("frame-tables", image().sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, new DicomObject())
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, group));
	}

	private void states() {
		DicomObject image = image();
		DicomObject series = new DicomObject().sequence(Tag.REFERENCED_IMAGE_SEQUENCE,
				new DicomObject().set(Tag.REFERENCED_SOP_INSTANCE_UID, STUDY.root() + ".3.1.1"));
		DicomObject state = STUDY.instance("1.2.840.10008.5.1.4.1.1.11.1", "PR", 5, "State", 1)
				.set(Tag.CONTENT_LABEL, "FUZZ")
				.sequence(Tag.REFERENCED_SERIES_SEQUENCE, series).set(Tag.RESCALE_SLOPE, 2)
				.set(Tag.RESCALE_INTERCEPT, -1024)
				.sequence(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, new DicomObject().set(Tag.WINDOW_CENTER, 100)
						.set(Tag.WINDOW_WIDTH, 300))
				.set(Tag.PRESENTATION_LUT_SHAPE, "INVERSE").set(0x00700042, VR.US, 90).set(0x00700041, VR.CS, "Y")
				.sequence(0x00700060, new DicomObject().set(0x00700002, "LAYER").set(0x00700062, 1)
						.set(0x00700066, VR.US, 40000))
				.sequence(0x0070005A, area("SCALE TO FIT"));
		DicomObject text = new DicomObject().set(0x00700003, "DISPLAY").set(0x00700004, "PIXEL")
				.set(0x00700006, "words")
				.set(0x00700010, VR.FL, 0.1, 0.2).set(0x00700011, VR.FL, 0.8, 0.9).set(0x00700014, VR.FL, 3, 4)
				.set(0x00700015, "Y");
		DicomObject annotation = new DicomObject().set(0x00700002, "LAYER").sequence(0x00700008, text)
				.sequence(0x00700009, graphic("POLYLINE", 1, 1, 5, 5, 7, 2), graphic("POINT", 2, 2),
						graphic("ELLIPSE", 1, 4, 7, 4, 4, 1, 4, 7), graphic("CIRCLE", 4, 4, 6, 4),
						graphic("INTERPOLATED", 1, 1, 4, 6, 7, 1));
		add("state", image, state.copy().sequence(0x00700001, annotation));
		add("state-magnified", image, state.copy().sequence(0x0070005A, area("MAGNIFY").set(0x00700103, VR.FL, 3)));
		add("state-tables", image, overlay(state.copy(), 0).remove(Tag.PRESENTATION_LUT_SHAPE)
				.sequence(Tag.PRESENTATION_LUT_SEQUENCE, table(0, 12, 64))
				.sequence(Tag.MODALITY_LUT_SEQUENCE, table(0, 12, 128))
				.sequence(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, new DicomObject()
						.sequence(Tag.VOI_LUT_SEQUENCE, table(0, 8, 128))));
	}

	private static DicomObject area(String mode) {
		return new DicomObject().set(0x00700052, VR.SL, 1, 1).set(0x00700053, VR.SL, SIDE, SIDE).set(0x00700100, mode)
				.set(0x00700101, 1, 2);
	}

	private static DicomObject graphic(String type, Object... points) {
		return new DicomObject().set(0x00700005, "PIXEL").set(0x00700020, VR.US, 2)
				.set(0x00700021, VR.US, points.length / 2)
				.set(0x00700022, VR.FL, points).set(0x00700023, type).set(0x00700024, "Y");
	}
}
