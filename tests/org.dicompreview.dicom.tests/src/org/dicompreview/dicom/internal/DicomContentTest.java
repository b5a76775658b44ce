package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.content.DicomContent;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.DicomWriter.Layout;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DicomContentTest {

	private final DicomObject object = Study.of("Content^Test", "C-1", 1).instance(Study.CT, "CT", 1, "A series", 1); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	@ParameterizedTest
	@EnumSource
	void everyLayoutIsRecognisedInEveryEncoding(Layout layout) throws IOException {
		for (String syntax : List.of(DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG)) {
			byte[] bytes = DicomWriter.of(syntax).with(layout).toBytes(object);
			assertTrue(isDicom(bytes), syntax);
		}
	}

	@Test
	void otherFilesAreNot() throws IOException {
		Random random = new Random(7);
		byte[] noise = new byte[4096];
		for (int i = 0; i < 20_000; i++) {
			random.nextBytes(noise);
			noise[1] = 0;
			assertFalse(isDicom(noise), "noise"); //$NON-NLS-1$
		}
		for (String text : List.of("", "DIC", "class Main { }", "\b\0 not quite", " ".repeat(200))) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			assertFalse(isDicom(text.getBytes(StandardCharsets.UTF_8)), text);
			assertFalse(isDicom(text.getBytes(StandardCharsets.UTF_16LE)), text);
		}
		assertFalse(isDicom(new byte[2048]));
	}

	@Test
	void onlyTheFirstBytesAreRead() throws IOException {
		byte[] bytes = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object);
		InputStream in = new ByteArrayInputStream(bytes);
		assertTrue(DicomContent.isDicom(in));
		assertEquals(bytes.length - 132, in.available());
		InputStream text = new ByteArrayInputStream("x".repeat(10_000).getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
		assertFalse(DicomContent.isDicom(text));
		assertEquals(10_000 - 132, text.available());
	}

	@Test
	void anArchiveIsRecognisedByItsFirstFiles() throws IOException {
		byte[] dicom = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object);
		byte[] text = "no image".getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
		assertTrue(DicomContent.isArchive(new ByteArrayInputStream(archive(List.of(text, dicom)))));
		assertFalse(DicomContent.isArchive(new ByteArrayInputStream(archive(List.of(text, text)))));
		assertFalse(DicomContent.isArchive(new ByteArrayInputStream(dicom)));
		assertFalse(DicomContent.isArchive(new ByteArrayInputStream(new byte[0])));
	}

	private static byte[] archive(List<byte[]> files) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.putNextEntry(new ZipEntry("folder/")); //$NON-NLS-1$
			for (int i = 0; i < files.size(); i++) {
				out.putNextEntry(new ZipEntry("folder/" + i)); //$NON-NLS-1$
				out.write(files.get(i));
			}
		}
		return bytes.toByteArray();
	}

	/** Both ways: no file that the reader reads is missed, and none that it refuses is claimed. */
	@Test
	void agreesWithTheReaderAboutTheCorpus() throws IOException {
		Path folder = Corpus.folder();
		List<String> wrong = new ArrayList<>();
		for (Map<String, String> row : Corpus.manifest()) {
			Path file = folder.resolve(row.get("path")); //$NON-NLS-1$
			try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
				if (DicomContent.isDicom(in) != isRead(file)) {
					wrong.add(row.get("path")); //$NON-NLS-1$
				}
			}
		}
		assertEquals(List.of(), wrong);
	}

	private static boolean isRead(Path file) throws IOException {
		try {
			new BuiltInReader().readHeader(file, ReadLimits.DEFAULT);
			return true;
		} catch (NotDicomException e) {
			return false;
		} catch (DicomException e) {
			return true; // DICOM, though damaged
		}
	}

	private static boolean isDicom(byte[] bytes) throws IOException {
		return DicomContent.isDicom(new ByteArrayInputStream(bytes));
	}
}
