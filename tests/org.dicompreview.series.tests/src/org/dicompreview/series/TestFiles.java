package org.dicompreview.series;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;

/** Writes small files to be scanned. */
final class TestFiles {

	private static final DicomWriter WRITER = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);

	private TestFiles() {
	}

	/** {@return a slice of 4 x 4 pixels, of a series by number and at a height} */
	static DicomObject slice(int series, int number) {
		return new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4")
				.set(Tag.SOP_INSTANCE_UID, "1.2.3." + series + '.' + number).set(Tag.STUDY_INSTANCE_UID, "1.2.5")
				.set(Tag.SERIES_INSTANCE_UID, "1.2.4." + series).set(Tag.PATIENT_ID, "P1").set(Tag.PATIENT_NAME, "Doe^Jane")
				.set(Tag.MODALITY, "MR").set(Tag.SERIES_NUMBER, series).set(Tag.INSTANCE_NUMBER, number)
				.set(Tag.IMAGE_POSITION_PATIENT, 0, 0, number).set(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
				.set(Tag.SAMPLES_PER_PIXEL, 1).set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2").set(Tag.ROWS, 4)
				.set(Tag.COLUMNS, 4).set(Tag.BITS_ALLOCATED, 8).set(Tag.BITS_STORED, 8).set(Tag.HIGH_BIT, 7)
				.set(Tag.PIXEL_REPRESENTATION, 0).bytes(Tag.PIXEL_DATA, VR.OB, new byte[16]);
	}

	/** Writes a slice, and the folders above it. {@return the file} */
	static Path write(Path file, int series, int number) throws IOException {
		Files.createDirectories(file.getParent());
		WRITER.write(file, slice(series, number));
		return file;
	}

	/** Writes a text file. {@return the file} */
	static Path writeText(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "This is no image, whatever its name says.\n".repeat(20));
	}

	/** Packs files and folders into an archive. {@return the archive} */
	static Path zip(Path archive, Path folder) throws IOException {
		try (OutputStream out = Files.newOutputStream(archive);
				ZipOutputStream zip = new ZipOutputStream(out);
				var files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
				Files.copy(file, zip);
			}
		}
		return archive;
	}
}
