package org.dicompreview.ui.internal.attributes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;

/** Data sets written to files and read as the view reads them. */
final class Samples {

	/** A private block of a creator that no dictionary knows. */
	static final int PRIVATE = 0x00291010;

	private Samples() {
	}

	static DicomObject object() {
		return new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2").set(Tag.SOP_INSTANCE_UID, "1.2.3.4")
				.set(Tag.PATIENT_NAME, "M\u00FCller^Jos\u00E9").set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
				.set(Tag.PATIENT_ID, "P-17").set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL");
	}

	static DicomObject code(String meaning) {
		return new DicomObject().set(Tag.CODE_VALUE, "T-1").set(Tag.CODE_MEANING, meaning);
	}

	static DicomObject nested() {
		return object().sequence(Tag.ANATOMIC_REGION_SEQUENCE, code("Head"), code("Neck"))
				.set(0x00290010, VR.LO, "ACME 1.0").set(PRIVATE, VR.LO, "secret\r\nvalue")
				.bytes(Tag.OVERLAY_DATA, VR.OW, new byte[100_000]);
	}

	/** Each frame has its number as temporal position in one group, and its own position in another. */
	static DicomObject enhanced(int frames) {
		List<DicomObject> groups = new ArrayList<>();
		for (int i = 0; i < frames; i++) {
			groups.add(new DicomObject()
					.sequence(Tag.PLANE_POSITION_SEQUENCE, new DicomObject().set(Tag.IMAGE_POSITION_PATIENT, "0", "0", "" + 5 * i))
					.sequence(Tag.FRAME_CONTENT_SEQUENCE, new DicomObject().set(Tag.DIMENSION_INDEX_VALUES, i + 1, 7)));
		}
		return object().set(Tag.NUMBER_OF_FRAMES, "" + frames).sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups);
	}

	static DataSet read(Path folder, DicomObject object) throws IOException {
		Path file = Files.createTempFile(folder, "sample", ".dcm");
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, object);
		return DicomReaders.standalone().readDataSet(file, ReadLimits.DEFAULT);
	}

	static Row row(List<Row> rows, String tagOrItem) {
		return rows.stream().filter(row -> row.tag().equals(tagOrItem)).findFirst()
				.orElseThrow(() -> new AssertionError(tagOrItem + " not in " + rows));
	}
}
