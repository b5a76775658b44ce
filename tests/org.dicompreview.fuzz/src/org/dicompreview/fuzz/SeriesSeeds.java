package org.dicompreview.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;

/** What fuzzing of series begins with: series of the kinds that are grouped and ordered in their own ways. */
final class SeriesSeeds {

	private static final int SIZE = 1;
	private static final Study STUDY = Study.of("Fuzz", "FUZZ", 72);

	private SeriesSeeds() {
	}

	static Map<String, byte[]> all() {
		Map<String, byte[]> seeds = new TreeMap<>();
		seeds.put("ct", DataSets.join(Phantoms.ct(STUDY, 1, 12, 2.5, SIZE)));
		seeds.put("many", DataSets.join(Phantoms.ct(STUDY, 2, 40, 1, SIZE).stream().map(SeriesSeeds::terse).toList()));
		seeds.put("localizer", DataSets.join(Phantoms.localizer(STUDY, 3, SIZE)));
		seeds.put("perfusion", DataSets.join(Phantoms.perfusion(STUDY, 4, 3, 3, SIZE)));
		seeds.put("enhanced", DataSets.join(List.of(Phantoms.enhanced(STUDY, 5, 3, 3, SIZE))));
		seeds.put("segmentation", DataSets.join(List.of(Phantoms.segmentation(STUDY, 6, 3, SIZE))));
		seeds.put("diffusion", DataSets.join(diffusion()));
		seeds.put("slide", DataSets.join(List.of(slide("TILED_FULL"), slide("TILED_SPARSE"))));
		seeds.put("nuclear", DataSets.join(List.of(nuclear())));
		seeds.put("dose", DataSets.join(List.of(frames(Study.CT, 4).set(Tag.GRID_FRAME_OFFSET_VECTOR, 0, 2.5, 5, 7.5)
				.set(Tag.FRAME_INCREMENT_POINTER, Tag.GRID_FRAME_OFFSET_VECTOR))));
		seeds.put("cine", DataSets.join(List.of(frames(Study.US_MULTI_FRAME, 6)
				.set(Tag.FRAME_TIME_VECTOR, 0, 33, 33, 40, 33, 33)
				.set(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME_VECTOR).set(Tag.START_TRIM, 2)
				.set(Tag.STOP_TRIM, 5))));
		seeds.put("twice", DataSets.join(twice()));
		return seeds;
	}

	private static DicomObject terse(DicomObject object) {
		for (int tag : new int[] { Tag.MANUFACTURER, Tag.MANUFACTURER_MODEL_NAME, Tag.STUDY_DESCRIPTION, Tag.KVP,
				Tag.WINDOW_CENTER_WIDTH_EXPLANATION, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX, Tag.STUDY_ID }) {
			object.remove(tag);
		}
		return object;
	}

	private static List<DicomObject> diffusion() {
		List<DicomObject> images = new ArrayList<>();
		for (DicomObject image : Phantoms.perfusion(STUDY, 7, 2, 3, SIZE)) {
			int time = images.size() / 2;
			images.add(image.remove(Tag.TEMPORAL_POSITION_IDENTIFIER).set(Tag.DIFFUSION_B_VALUE, time * 500)
					.set(Tag.DIFFUSION_GRADIENT_ORIENTATION, time == 1 ? 1 : 0, time == 2 ? 1 : 0, 0)
					.set(Tag.ECHO_TIME, 80 + time).set(Tag.ECHO_NUMBERS, time));
		}
		return images;
	}

	private static DicomObject frames(String sopClass, int count) {
		DicomObject object = STUDY.instance(sopClass, "OT", 8, "Frames", 1).set(Tag.NUMBER_OF_FRAMES, count);
		return Images.bytes(object, SIZE, SIZE, 1, "MONOCHROME2", new byte[count])
				.set(Tag.IMAGE_POSITION_PATIENT, 0, 0, 0)
				.set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0).set(Tag.PIXEL_SPACING, 1, 1);
	}

	private static DicomObject nuclear() {
		return frames("1.2.840.10008.5.1.4.1.1.20", 4).set(Tag.NUMBER_OF_SLICES, VR.US, 2)
				.set(Tag.SLICE_VECTOR, VR.US, 1, 2, 1, 2)
				.set(Tag.DETECTOR_VECTOR, VR.US, 1, 1, 2, 2).set(Tag.FRAME_INCREMENT_POINTER, Tag.SLICE_VECTOR,
						Tag.DETECTOR_VECTOR)
				.set(Tag.SPACING_BETWEEN_SLICES, 4);
	}

	private static DicomObject slide(String organisation) {
		List<DicomObject> groups = new ArrayList<>();
		for (int tile = 0; tile < 4; tile++) {
			groups.add(new DicomObject().sequence(Tag.PLANE_POSITION_SLIDE_SEQUENCE,
					new DicomObject().set(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 1 + tile % 2)
							.set(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 1 + tile / 2)));
		}
		DicomObject object = frames("1.2.840.10008.5.1.4.1.1.77.1.6", 4)
				.set(Tag.DIMENSION_ORGANIZATION_TYPE, organisation)
				.set(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, 2).set(Tag.TOTAL_PIXEL_MATRIX_ROWS, 2);
		return organisation.endsWith("SPARSE") ? object.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
				groups) : object;
	}

	/** {@return copies of an image, one of them of another patient} */
	private static List<DicomObject> twice() {
		List<DicomObject> images = new ArrayList<>(Phantoms.ct(STUDY, 9, 2, 2.5, SIZE));
		images.addAll(images);
		images.add(images.get(0).copy().set(Tag.PATIENT_ID, "OTHER"));
		return images;
	}
}
