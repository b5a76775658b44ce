package org.dicompreview.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;

/** Series of the head phantom, of the kinds that are met in archives. */
public final class Phantoms {

	private static final int GREY_LEVELS = 256;
	/** Recommended Display CIELab Values: #E6C878 and #FF0000. */
	private static final Object[] BONE_COLOR = { 53686, 33784, 44171 };
	private static final Object[] LESION_COLOR = { 35580, 53665, 50856 };

	private Phantoms() {
	}

	/** {@return the UID of the frame of reference that all series of a study share} */
	public static String frameOfReference(Study study) {
		return study.root() + ".4"; //$NON-NLS-1$
	}

	/**
	 * {@return axial CT images, numbered from the top as many scanners do, in ascending order of position}
	 *
	 * @param slices   how many
	 * @param distance between two, in mm
	 * @param size     width and height in pixels; the field of view is 230 mm
	 */
	public static List<DicomObject> ct(Study study, int series, int slices, double distance, int size) {
		List<DicomObject> images = new ArrayList<>();
		for (int i = 0; i < slices; i++) {
			Plane plane = Plane.axial((i - slices / 2) * distance, 230.0 / size, size);
			DicomObject image = study.instance(Study.CT, "CT", series, "Head " + distance + " mm", slices - i) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL").set(Tag.KVP, 120) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					.set(Tag.CONVOLUTION_KERNEL, "H40").set(Tag.RESCALE_INTERCEPT, -1024).set(Tag.RESCALE_SLOPE, 1) //$NON-NLS-1$
					.set(Tag.RESCALE_TYPE, "HU").set(Tag.WINDOW_CENTER, 40, 500).set(Tag.WINDOW_WIDTH, 120, 2000) //$NON-NLS-1$
					.set(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "Brain", "Bone"); //$NON-NLS-1$ //$NON-NLS-2$
			Images.place(image, plane, distance, frameOfReference(study));
			short[] values = Images.hounsfield(plane, i);
			for (int p = 0; p < values.length; p++) {
				values[p] += 1024;
			}
			images.add(Images.grey16(image, size, size, 12, false, values));
		}
		return images;
	}

	/**
	 * {@return T1 weighted MR images on planes of any orientation, numbered in the order that is given}
	 *
	 * @param description Series Description
	 * @param imageType   third value of Image Type, for example {@code LOCALIZER} or {@code M}
	 */
	public static List<DicomObject> mr(Study study, int series, String description, String imageType, double thickness,
			List<Plane> planes) {
		List<DicomObject> images = new ArrayList<>();
		for (Plane plane : planes) {
			int number = images.size() + 1;
			DicomObject image = mrImage(study, series, description, number, plane, thickness, 1)
					.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", imageType); //$NON-NLS-1$ //$NON-NLS-2$
			images.add(image);
		}
		return images;
	}

	private static DicomObject mrImage(Study study, int series, String description, int number, Plane plane,
			double thickness, double gain) {
		DicomObject image = study.instance(Study.MR, "MR", series, description, number).set(Tag.SCANNING_SEQUENCE, "SE") //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.SEQUENCE_VARIANT, "NONE").set(Tag.REPETITION_TIME, 500).set(Tag.ECHO_TIME, 12) //$NON-NLS-1$
				.set(Tag.MAGNETIC_FIELD_STRENGTH, 1.5)
				.set(Tag.SPACING_BETWEEN_SLICES, thickness).set(Tag.WINDOW_CENTER, 380).set(Tag.WINDOW_WIDTH, 760);
		Images.place(image, plane, thickness, frameOfReference(study));
		return Images.grey16(image, plane.columns(), plane.rows(), 12, false, Images.signal(plane, number, gain));
	}

	/** {@return one axial, one coronal and one sagittal image as one series} */
	public static List<DicomObject> localizer(Study study, int series, int size) {
		double spacing = 256.0 / size;
		return mr(study, series, "Localizer, three planes", "LOCALIZER", 6, //$NON-NLS-1$ //$NON-NLS-2$
				List.of(Plane.axial(10, spacing, size), Plane.coronal(0, spacing, size),
						Plane.sagittal(-4, spacing, size)));
	}

	/**
	 * {@return axial MR images at several times, the signal rising and falling: time by time, position by position}
	 *
	 * @param positions how many slices
	 * @param times     how often each is taken, 2 s apart
	 */
	public static List<DicomObject> perfusion(Study study, int series, int positions, int times, int size) {
		List<DicomObject> images = new ArrayList<>();
		for (int time = 0; time < times; time++) {
			for (int position = 0; position < positions; position++) {
				Plane plane = Plane.axial((position - positions / 2) * 8.0, 230.0 / size, size);
				int seconds = 2 * time;
				images.add(mrImage(study, series, "Perfusion", images.size() + 1, plane, 8, gain(time, times)) //$NON-NLS-1$
						.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "PERFUSION") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
						.set(Tag.TEMPORAL_POSITION_IDENTIFIER, time + 1)
						.set(Tag.NUMBER_OF_TEMPORAL_POSITIONS, times).set(Tag.TEMPORAL_RESOLUTION, 2000)
						.set(Tag.ACQUISITION_TIME, String.format(Locale.ROOT, "0820%02d", seconds % 60)) //$NON-NLS-1$
						.set(Tag.TRIGGER_TIME, 1000 * seconds));
			}
		}
		return images;
	}

	private static double gain(int time, int times) {
		return 0.7 + 0.3 * Math.sin(Math.PI * (time + 0.5) / times);
	}

	/**
	 * {@return an enhanced MR instance (PS3.3 A.36) with shared and per-frame functional groups and two dimensions, its
	 * frames in an order that is neither that of position nor that of time}
	 *
	 * @param positions how many slices
	 * @param times     how often each is taken
	 */
	public static DicomObject enhanced(Study study, int series, int positions, int times, int size) {
		int frames = positions * times;
		short[] values = new short[frames * size * size];
		List<DicomObject> groups = new ArrayList<>();
		for (int frame = 0; frame < frames; frame++) {
			int shuffled = shuffle(frame, frames);
			int position = shuffled % positions;
			int time = shuffled / positions;
			Plane plane = Plane.axial((position - positions / 2) * 8.0, 230.0 / size, size);
			System.arraycopy(Images.signal(plane, shuffled, gain(time, times)), 0, values, frame * size * size,
					size * size);
			groups.add(frameGroups(plane, position, time));
		}
		Plane any = Plane.axial(0, 230.0 / size, size);
		DicomObject object = study.instance(Study.ENHANCED_MR, "MR", series, "Enhanced", 1) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "PERFUSION", "NONE").set(Tag.NUMBER_OF_FRAMES, frames) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.set(Tag.FRAME_OF_REFERENCE_UID, frameOfReference(study))
				.sequence(Tag.DIMENSION_INDEX_SEQUENCE, dimension(Tag.STACK_ID),
						dimension(Tag.IN_STACK_POSITION_NUMBER),
						dimension(Tag.TEMPORAL_POSITION_INDEX))
				.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, sharedGroups(any))
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups);
		return Images.grey16(object, size, size, 12, false, values);
	}

	/** {@return each number below {@code count} for one of them} */
	private static int shuffle(int number, int count) {
		return count % 7 == 0 ? count - 1 - number : number * 7 % count;
	}

	private static DicomObject dimension(int pointer) {
		return new DicomObject().set(Tag.DIMENSION_INDEX_POINTER, pointer).set(Tag.FUNCTIONAL_GROUP_POINTER,
				Tag.FRAME_CONTENT_SEQUENCE);
	}

	private static DicomObject sharedGroups(Plane plane) {
		return new DicomObject()
				.sequence(Tag.PIXEL_MEASURES_SEQUENCE,
						new DicomObject().set(Tag.SLICE_THICKNESS, 8)
								.set(Tag.PIXEL_SPACING, plane.spacing(), plane.spacing()))
				.sequence(Tag.PLANE_ORIENTATION_SEQUENCE,
						new DicomObject().set(Tag.IMAGE_ORIENTATION_PATIENT, Images.orientation(plane)))
				.sequence(Tag.FRAME_VOI_LUT_SEQUENCE,
						new DicomObject().set(Tag.WINDOW_CENTER, 380).set(Tag.WINDOW_WIDTH, 760));
	}

	private static DicomObject frameGroups(Plane plane, int position, int time) {
		double[] origin = plane.origin();
		return new DicomObject()
				.sequence(Tag.FRAME_CONTENT_SEQUENCE,
						new DicomObject().set(Tag.STACK_ID, "1").set(Tag.IN_STACK_POSITION_NUMBER, position + 1) //$NON-NLS-1$
								.set(Tag.TEMPORAL_POSITION_INDEX, time + 1)
								.set(Tag.DIMENSION_INDEX_VALUES, 1, position + 1, time + 1))
				.sequence(Tag.PLANE_POSITION_SEQUENCE,
						new DicomObject().set(Tag.IMAGE_POSITION_PATIENT, origin[0], origin[1], origin[2]));
	}

	/** {@return an ultrasound clip in colour: one multi-frame RGB instance} */
	public static DicomObject cine(Study study, int series) {
		return HeartCine.instance(study, series);
	}

	/** {@return a secondary capture in palette colours, without geometry} */
	public static DicomObject palette(Study study, int series, int number, int size) {
		Plane plane = Plane.axial(10 + 8.0 * number, 230.0 / size, size);
		short[] signal = Images.signal(plane, number, 1);
		byte[] indices = new byte[signal.length];
		for (int i = 0; i < indices.length; i++) {
			indices[i] = (byte) Math.min(GREY_LEVELS - 1, signal[i] / 4);
		}
		DicomObject object = study.instance(Study.SECONDARY_CAPTURE, "OT", series, "Palette", number) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.CONVERSION_TYPE, "WSD").bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, ramp(1.5, 0)) //$NON-NLS-1$
				.bytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, ramp(1.5, -0.4))
				.bytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, ramp(2.5, -1.3));
		for (int tag : new int[] { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
				Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR }) {
			object.set(tag, VR.US, GREY_LEVELS, 0, 16);
		}
		return Images.bytes(object, size, size, 1, "PALETTE COLOR", indices); //$NON-NLS-1$
	}

	private static byte[] ramp(double slope, double offset) {
		byte[] bytes = new byte[2 * GREY_LEVELS];
		for (int i = 0; i < GREY_LEVELS; i++) {
			int value = (int) Math.round(65535 * Math.max(0, Math.min(1, slope * i / (GREY_LEVELS - 1) + offset)));
			bytes[2 * i] = (byte) value;
			bytes[2 * i + 1] = (byte) (value >> 8);
		}
		return bytes;
	}

	/**
	 * {@return a segmentation (PS3.3 A.51) of bone and of the lesion: one-bit frames, segment by segment}
	 *
	 * @param positions how many slices of each segment
	 */
	public static DicomObject segmentation(Study study, int series, int positions, int size) {
		return segmentation(study, series, positions, size, HeadPhantom.Tissue.BONE, HeadPhantom.Tissue.LESION);
	}

	/** As {@link #segmentation(Study, int, int, int)}, of other tissues. */
	public static DicomObject segmentation(Study study, int series, int positions, int size,
			HeadPhantom.Tissue... tissues) {
		boolean[] values = new boolean[tissues.length * positions * size * size];
		List<DicomObject> groups = new ArrayList<>();
		List<DicomObject> segments = new ArrayList<>();
		int at = 0;
		for (int segment = 0; segment < tissues.length; segment++) {
			HeadPhantom.Tissue tissue = tissues[segment];
			segments.add(new DicomObject().set(Tag.SEGMENT_NUMBER, segment + 1).set(Tag.SEGMENT_LABEL, tissue.name())
					.set(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, tissue == HeadPhantom.Tissue.BONE ? BONE_COLOR : LESION_COLOR));
			for (int position = 0; position < positions; position++) {
				Plane plane = Plane.axial((position - positions / 2) * 8.0 + 40, 230.0 / size, size);
				for (double share : plane.sample(each -> each == tissue ? 1 : 0)) {
					values[at++] = share >= 0.5;
				}
				groups.add(frameGroups(plane, position, 0).sequence(Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
						new DicomObject().set(Tag.REFERENCED_SEGMENT_NUMBER, segment + 1)));
			}
		}
		DicomObject object = study.instance(Study.SEGMENTATION, "SEG", series, "Segments", 1) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY").set(Tag.SEGMENTATION_TYPE, "BINARY") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.set(Tag.NUMBER_OF_FRAMES, groups.size()).set(Tag.FRAME_OF_REFERENCE_UID, frameOfReference(study))
				.sequence(Tag.SEGMENT_SEQUENCE, segments)
				.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, sharedGroups(Plane.axial(0, 230.0 / size, size)))
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups);
		return Images.bits(object, size, size, values);
	}
}
