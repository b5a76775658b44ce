package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Plane;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;

/** Series to put into archives. */
final class Fixtures {

	static final int SIZE = 32;
	static final int SLICES = 12;

	private Fixtures() {
	}

	/** Writes some series of two patients: CT in four syntaxes, MR, a colour cine. */
	static void write(Path folder) throws IOException {
		Study one = Study.of("Müller^Jörg=山田^太郎", "P-1", 1);
		Study two = Study.of("Doe^Jane", "P-2", 2);
		SampleStudy.write(folder.resolve("ct"), Phantoms.ct(one, 1, SLICES, 3, SIZE));
		SampleStudy.write(folder.resolve("implicit"), Phantoms.ct(one, 2, 3, 3, SIZE), DicomWriter.of(DicomWriter.IMPLICIT_LITTLE));
		SampleStudy.write(folder.resolve("big"), Phantoms.ct(one, 3, 3, 3, SIZE), DicomWriter.of(DicomWriter.EXPLICIT_BIG));
		SampleStudy.write(folder.resolve("deflated"), Phantoms.ct(one, 4, 3, 3, SIZE), DicomWriter.of(DicomWriter.DEFLATED));
		List<Plane> planes = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			planes.add(Plane.sagittal(i * 4.0, 1, SIZE));
		}
		SampleStudy.write(folder.resolve("mr"), Phantoms.mr(two, 1, "T1 \"sagittal\"", "M", 4, planes));
		SampleStudy.write(folder.resolve("cine"), List.of(Phantoms.cine(two, 2)));
		SampleStudy.write(folder.resolve("bits"), List.of(bits(two)));
		Files.writeString(folder.resolve("README"), "no DICOM");
	}

	/** Three frames of 5 x 3 pixels of one bit: the second begins in the middle of a byte. */
	private static DicomObject bits(Study study) {
		DicomObject object = Phantoms.ct(study, 5, 1, 1, 8).get(0);
		return object.set(Tag.ROWS, 3).set(Tag.COLUMNS, 5).set(Tag.BITS_ALLOCATED, 1).set(Tag.BITS_STORED, 1).set(Tag.HIGH_BIT, 0)
				.set(Tag.NUMBER_OF_FRAMES, 3).set(Tag.PIXEL_REPRESENTATION, 0)
				.bytes(Tag.PIXEL_DATA, VR.OB, new byte[] { 0x5A, 0x33, 0x0F, 0x71, 0x2C, 0x13 });
	}
}
