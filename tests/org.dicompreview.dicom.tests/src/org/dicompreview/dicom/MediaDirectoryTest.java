package org.dicompreview.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaDirectoryTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

	@TempDir
	Path folder;

	private final DicomReaders readers = DicomReaders.standalone();
	private Path root;

	@BeforeEach
	void makeRoot() throws IOException {
		root = Files.createDirectory(folder.resolve("medium")); //$NON-NLS-1$
	}

	private Path file(String name) throws IOException {
		Path file = root.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, name);
	}

	private static DicomObject entry(Object... fileId) {
		return new DicomObject().set(0x00041410, 0xFFFF).set(Tag.DIRECTORY_RECORD_TYPE, "IMAGE") //$NON-NLS-1$
				.set(Tag.REFERENCED_FILE_ID, fileId);
	}

	private MediaDirectory read(DicomObject... entries) throws IOException {
		Path file = root.resolve("DICOMDIR"); //$NON-NLS-1$
		DicomObject directory = new DicomObject().set(Tag.SOP_CLASS_UID, MediaDirectory.SOP_CLASS_UID)
				.sequence(Tag.DIRECTORY_RECORD_SEQUENCE, entries);
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, directory);
		assertTrue(MediaDirectory.isDirectory(readers.readHeader(file, LIMITS)));
		return readers.readMediaDirectory(file, LIMITS);
	}

	@Test
	void filesInOrderOfTheirRecords() throws IOException {
		Path first = file("A/IM2"); //$NON-NLS-1$
		Path second = file("A/IM1"); //$NON-NLS-1$
		DicomObject patient = new DicomObject().set(Tag.DIRECTORY_RECORD_TYPE, "PATIENT"); //$NON-NLS-1$
		MediaDirectory directory = read(patient, entry("A", "IM2"), entry("A", "IM1"), entry("A", "IM2")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		assertEquals(List.of(first, second), directory.files());
		assertEquals(List.of(), directory.missing());
	}

	@Test
	void namesInAnotherForm() throws IOException {
		Path lower = file("dicom/im0001.dcm"); //$NON-NLS-1$
		Path version = file("dicom/IM0002;1"); //$NON-NLS-1$
		Path extension = file("dicom/im0003.DCM"); //$NON-NLS-1$
		Path none = file("dicom/IM0004"); //$NON-NLS-1$
		Path whole = file("dicom/sub/x"); //$NON-NLS-1$
		MediaDirectory directory = read(entry("DICOM", "IM0001"), entry("DICOM", "IM0002"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				entry("Dicom", "IM0003.dcm"), entry("DICOM", "IM0004.DCM"), entry("DICOM/SUB/X")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		assertEquals(List.of(lower, version, extension, none, whole), directory.files());
	}

	@Test
	void whatIsNotThereIsNamed() throws IOException {
		file("A/IM1"); //$NON-NLS-1$
		DicomObject inactive = entry("A", "IM1").set(0x00041410, 0); //$NON-NLS-1$ //$NON-NLS-2$
		MediaDirectory directory = read(entry("A", "IM9"), entry("B", "IM1"), entry("A"), inactive); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		assertEquals(List.of(), directory.files());
		assertEquals(List.of("A/IM9", "B/IM1", "A"), directory.missing()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void nothingOutsideIsLookedAt() throws IOException {
		Path outside = Files.writeString(folder.resolve("secret"), "x"); //$NON-NLS-1$ //$NON-NLS-2$
		Files.createSymbolicLink(root.resolve("link"), outside); //$NON-NLS-1$
		Files.createSymbolicLink(root.resolve("up"), folder); //$NON-NLS-1$
		MediaDirectory directory = read(entry("..", "secret"), entry("../secret"), entry(outside.toString()), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				entry("LINK"), entry("UP", "SECRET"), entry("A", "..", "..", "secret")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
		assertEquals(List.of(), directory.files());
		assertEquals(6, directory.missing().size() + 1, "two of the six have the same File ID"); //$NON-NLS-1$
	}

	@Test
	void realMedia() throws IOException {
		String corpus = System.getProperty("dicompreview.corpus"); //$NON-NLS-1$
		assumeTrue(corpus != null && Files.isDirectory(Path.of(corpus)), "no corpus of real files is there"); //$NON-NLS-1$
		Path medium = Path.of(corpus, "dicomdir", "pydicom-set"); //$NON-NLS-1$ //$NON-NLS-2$
		MediaDirectory directory = readers.readMediaDirectory(medium.resolve("DICOMDIR"), LIMITS); //$NON-NLS-1$
		assertEquals(31, directory.files().size());
		assertEquals(List.of(), directory.missing());
		Path empty = Path.of(corpus, "dicomdir", "variants", "DICOMDIR-empty.dcm"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(List.of(), readers.readMediaDirectory(empty, LIMITS).files());
		Path moved = Path.of(corpus, "dicomdir", "variants", "DICOMDIR-implicit"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(31, readers.readMediaDirectory(moved, LIMITS).missing().size());
	}
}
