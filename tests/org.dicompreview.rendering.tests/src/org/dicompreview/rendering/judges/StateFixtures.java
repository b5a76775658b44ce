package org.dicompreview.rendering.judges;

import java.util.List;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;

/** Presentation states of one image that the tests make. */
final class StateFixtures {

	private static final String UID = "2.25.4242";
	private static final int ROTATION = 0x00700042;
	private static final int FLIP = 0x00700041;

	/** A state. @param name what it is about */
	record State(String name, DicomObject object) {
		@Override
		public String toString() {
			return name;
		}
	}

	private StateFixtures() {
	}

	/** {@return the image: a ramp of 12 bits, one row brighter than the next} */
	static DicomObject image() {
		return identified(GreyFixtures.ramp("image", "CT")).set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
				.set(Tag.SOP_INSTANCE_UID, UID + ".3").set(Tag.SERIES_INSTANCE_UID, UID + ".2");
	}

	private static DicomObject identified(DicomObject object) {
		return object.set(Tag.PATIENT_NAME, "Made").set(Tag.PATIENT_ID, "1").set(Tag.PATIENT_BIRTH_DATE)
				.set(Tag.PATIENT_SEX).set(Tag.STUDY_INSTANCE_UID, UID + ".1").set(Tag.STUDY_DATE).set(Tag.STUDY_TIME)
				.set(Tag.REFERRING_PHYSICIAN_NAME).set(Tag.STUDY_ID).set(Tag.ACCESSION_NUMBER).set(Tag.SERIES_NUMBER, 1)
				.set(Tag.INSTANCE_NUMBER, 1).set(Tag.MANUFACTURER);
	}

	static List<State> all() {
		return List.of(new State("nothing but what it must say", state()), new State("window", voi(window(2000, 1000))),
				new State("rescale and window", rescaled(voi(window(1000, 3000)))),
				new State("modality LUT", voi(window(128, 256)).sequence(Tag.MODALITY_LUT_SEQUENCE,
						table(0, 8, 4096, 3).set(Tag.MODALITY_LUT_TYPE, "US"))),
				new State("VOI LUT", voi(new DicomObject().sequence(Tag.VOI_LUT_SEQUENCE, table(0, 12, 4096, 5)))),
				new State("inverse", voi(window(2000, 3000)).set(Tag.PRESENTATION_LUT_SHAPE, "INVERSE")),
				new State("presentation LUT", voi(window(2048, 4096)).remove(Tag.PRESENTATION_LUT_SHAPE)
						.sequence(Tag.PRESENTATION_LUT_SEQUENCE, table(0, 12, 4096, 7))),
				new State("rotation", turned(90, "N")), new State("half a turn", turned(180, "N")),
				new State("flip", turned(0, "Y")), new State("rotation and flip", turned(270, "Y")));
	}

	private static DicomObject state() {
		DicomObject reference = new DicomObject().set(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
				.set(Tag.REFERENCED_SOP_INSTANCE_UID, UID + ".3");
		return identified(new DicomObject()).set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.1")
				.set(Tag.SOP_INSTANCE_UID, UID + ".4").set(Tag.SERIES_INSTANCE_UID, UID + ".5").set(Tag.MODALITY, "PR")
				.set(Tag.CONTENT_LABEL, "MADE").set(Tag.CONTENT_DESCRIPTION, "made").set(0x00700082, "20200101")
				.set(0x00700083, "120000").set(0x00700084, "Made").set(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY")
				.sequence(Tag.REFERENCED_SERIES_SEQUENCE, new DicomObject().set(Tag.SERIES_INSTANCE_UID, UID + ".2")
						.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, reference))
				.sequence(0x0070005A, new DicomObject().set(0x00700052, VR.SL, 1, 1)
						.set(0x00700053, VR.SL, Fixture.SIDE, Fixture.SIDE).set(0x00700100, "SCALE TO FIT")
						.set(0x00700101, 1, 1));
	}

	private static DicomObject window(int center, int width) {
		return new DicomObject().set(Tag.WINDOW_CENTER, center).set(Tag.WINDOW_WIDTH, width);
	}

	private static DicomObject voi(DicomObject item) {
		return state().sequence(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, item);
	}

	private static DicomObject rescaled(DicomObject state) {
		return state.set(Tag.RESCALE_SLOPE, 2).set(Tag.RESCALE_INTERCEPT, -1024).set(Tag.RESCALE_TYPE, "HU");
	}

	private static DicomObject turned(int degrees, String flip) {
		return voi(window(2048, 4096)).set(ROTATION, VR.US, degrees).set(FLIP, flip);
	}

	/** {@return a table that climbs and falls several times} */
	private static DicomObject table(int first, int bits, int count, int waves) {
		Object[] values = new Object[count];
		for (int i = 0; i < count; i++) {
			values[i] = (int) Math.round(((1 << bits) - 1) * (0.5 + 0.5 * Math.sin(2 * Math.PI * waves * i / count)));
		}
		return new DicomObject().set(Tag.LUT_DESCRIPTOR, VR.US, count, first, bits).set(Tag.LUT_DATA, VR.OW, values);
	}
}
