package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;

/** The files that a walker walks through: of four patients, with and without images, whole and broken; and their changes. */
final class WalkFolder {

	private static final String REPORT = "1.2.840.10008.5.1.4.1.1.88.11"; //$NON-NLS-1$
	private static final String PDF = "1.2.840.10008.5.1.4.1.1.104.1"; //$NON-NLS-1$
	private static final String REAL_WORLD = "1.2.840.10008.5.1.4.1.1.67"; //$NON-NLS-1$
	private static final String STATE = "1.2.840.10008.5.1.4.1.1.11.1"; //$NON-NLS-1$
	private static final String JPEG = "1.2.840.10008.1.2.4.50"; //$NON-NLS-1$
	/** What a change of the header changes, in as many bytes. */
	private static final byte[] BEFORE = "Series Preview".getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
	private static final byte[] AFTER = "Serious Review".getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$

	private WalkFolder() {
	}

	/** Writes the files into a folder. @return the folders to open */
	static List<Path> write(Path folder) throws IOException {
		Study anna = Study.of("Walk^Anna", "W-1", 31); //$NON-NLS-1$ //$NON-NLS-2$
		Study bert = Study.of("Walk^Bert", "W-2", 32); //$NON-NLS-1$ //$NON-NLS-2$
		Study cleo = Study.of("Walk^Cleo", "W-3", 33); //$NON-NLS-1$ //$NON-NLS-2$
		Study dora = Study.of("Walk^Dora", "W-4", 34); //$NON-NLS-1$ //$NON-NLS-2$
		Path one = folder.resolve("one"); //$NON-NLS-1$
		Path two = folder.resolve("two"); //$NON-NLS-1$
		SampleStudy.write(one.resolve("ct"), Phantoms.ct(anna, 1, 20, 3, 96)); //$NON-NLS-1$
		SampleStudy.write(one.resolve("localizer"), Phantoms.localizer(anna, 2, 64)); //$NON-NLS-1$
		SampleStudy.write(one.resolve("cine"), List.of(Phantoms.cine(bert, 1))); //$NON-NLS-1$
		SampleStudy.write(one.resolve("enhanced"), List.of(Phantoms.enhanced(bert, 2, 6, 4, 64))); //$NON-NLS-1$
		SampleStudy.write(one.resolve("documents"), List.of(report(anna, 7), pdf(anna, 8), //$NON-NLS-1$
				anna.instance(STATE, "PR", 9, "State", 1), report(cleo, 1), realWorld(cleo, 2))); //$NON-NLS-1$ //$NON-NLS-2$
		SampleStudy.write(two.resolve("perfusion"), Phantoms.perfusion(cleo, 3, 5, 6, 80)); //$NON-NLS-1$
		SampleStudy.write(two.resolve("palette"), List.of(Phantoms.palette(dora, 1, 1, 128))); //$NON-NLS-1$
		SampleStudy.write(two.resolve("segments"), List.of(Phantoms.segmentation(dora, 2, 4, 64))); //$NON-NLS-1$
		SampleStudy.write(two.resolve("large"), Phantoms.ct(dora, 3, 6, 5, 512)); //$NON-NLS-1$
		SampleStudy.write(two.resolve("mixed"), List.of(report(dora, 3))); //$NON-NLS-1$
		SampleStudy.write(two.resolve("broken"), List.of(undecodable(dora, 4)), DicomWriter.of(JPEG)); //$NON-NLS-1$
		writeBroken(two);
		return List.of(one, two);
	}

	private static void writeBroken(Path folder) throws IOException {
		Path whole = folder.resolve("large/IM0001.dcm"); //$NON-NLS-1$
		byte[] bytes = Files.readAllBytes(whole);
		Files.write(folder.resolve("short.dcm"), Arrays.copyOf(bytes, 300)); //$NON-NLS-1$
		Files.writeString(folder.resolve("notes.txt"), "No image is in here.\n"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static DicomObject report(Study study, int series) {
		return study.instance(REPORT, "SR", series, "Findings of " + study.patient(), 1) //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(Tag.CONTENT_SEQUENCE, new DicomObject().set(Tag.CODE_VALUE, "T-1")); //$NON-NLS-1$
	}

	private static DicomObject pdf(Study study, int series) {
		return study.instance(PDF, "DOC", series, "", 1) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, "application/pdf") //$NON-NLS-1$
				.bytes(Tag.ENCAPSULATED_DOCUMENT, VR.OB, "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
	}

	private static DicomObject realWorld(Study study, int series) {
		return study.instance(REAL_WORLD, "RWV", series, "Real world values", 1); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** An image whose only fragment is none of JPEG. */
	private static DicomObject undecodable(Study study, int series) {
		DicomObject object = study.instance(Study.SECONDARY_CAPTURE, "OT", series, "Not to be decoded", 1); //$NON-NLS-1$ //$NON-NLS-2$
		return Images.bytes(object, 8, 8, 1, "MONOCHROME2", new byte[64]).remove(Tag.PIXEL_DATA) //$NON-NLS-1$
				.fragments(List.of(List.of(new byte[] { 1, 2, 3, 4 })));
	}

	/** Turns the values of the last third of a file over, where its pixels are; its size stays. */
	static void changePixels(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		for (int i = bytes.length - bytes.length / 3; i < bytes.length; i++) {
			bytes[i] ^= 0x3F;
		}
		Files.write(file, bytes);
	}

	/** Changes pixels and a value of the header, so that neither size nor time tell of it. */
	static void changeWithoutTrace(Path file) throws IOException {
		FileTime time = Files.getLastModifiedTime(file);
		changePixels(file);
		byte[] bytes = Files.readAllBytes(file);
		if (!replace(bytes, BEFORE, AFTER)) {
			replace(bytes, AFTER, BEFORE);
		}
		Files.write(file, bytes);
		Files.setLastModifiedTime(file, time);
	}

	private static boolean replace(byte[] bytes, byte[] wanted, byte[] with) {
		for (int i = 0; i + wanted.length <= bytes.length; i++) {
			if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
				System.arraycopy(with, 0, bytes, i, with.length);
				return true;
			}
		}
		return false;
	}
}
