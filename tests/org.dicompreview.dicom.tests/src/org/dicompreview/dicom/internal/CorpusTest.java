package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.dicom.spi.DicomReader;
import org.junit.jupiter.api.Test;

/** Reads every file of the corpus and compares with what other tools found in it. */
class CorpusTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	/** Files that are none, and one whose first byte is damaged, so that nothing tells it from chance. */
	private static final Set<String> FOREIGN = Set.of("plain-text.dcm", "zero-bytes.dcm", "no_meta.dcm"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private final DicomReader reader = new BuiltInReader();

	@Test
	void everyFileIsReadOrExplained() throws IOException {
		Path folder = Corpus.folder();
		List<String> wrong = new ArrayList<>();
		for (Map<String, String> row : Corpus.manifest()) {
			Path file = folder.resolve(row.get("path")); //$NON-NLS-1$
			try {
				InstanceHeader header = reader.readHeader(file, LIMITS);
				header.problem().ifPresent(problem -> check(problem, wrong));
				walk(reader.readDataSet(file, LIMITS));
			} catch (NotDicomException e) {
				if (!FOREIGN.contains(file.getFileName().toString())) {
					wrong.add(file + " is said to be foreign"); //$NON-NLS-1$
				}
			} catch (DicomException e) {
				check(e.problem(), wrong);
			}
		}
		assertEquals(List.of(), wrong);
	}

	private static void check(Problem problem, List<String> wrong) {
		if (problem.location() == null || Texts.words(problem).isBlank() || problem.tag() == 0 && problem.offset() < 0) {
			wrong.add("says too little: " + problem); //$NON-NLS-1$
		}
	}

	private static int walk(DataSet dataSet) {
		int count = 0;
		for (Element element : dataSet.elements()) {
			count++;
			for (DataSet item : element.items()) {
				count += walk(item);
			}
		}
		return count;
	}

	@Test
	void headersAgreeWithTheManifest() throws IOException {
		Path folder = Corpus.folder();
		int compared = 0;
		List<String> wrong = new ArrayList<>();
		for (Map<String, String> row : Corpus.manifest()) {
			if (row.get("path").startsWith("malformed/") || !row.get("parse_pydicom").endsWith("ok")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				continue;
			}
			InstanceHeader header = reader.readHeader(folder.resolve(row.get("path")), LIMITS); //$NON-NLS-1$
			compare(row, "sop_class", header.sopClassUid(), wrong); //$NON-NLS-1$
			compare(row, "transfer_syntax", header.transferSyntax().uid(), wrong); //$NON-NLS-1$
			compare(row, "modality", header.string(Tag.MODALITY).orElse(""), wrong); //$NON-NLS-1$ //$NON-NLS-2$
			compare(row, "photometric", header.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(""), wrong); //$NON-NLS-1$ //$NON-NLS-2$
			compareNumbers(row, header, wrong);
			compared++;
		}
		assertEquals(List.of(), wrong);
		assertTrue(compared > 700, compared + " files were compared"); //$NON-NLS-1$
	}

	private static void compareNumbers(Map<String, String> row, Attributes header, List<String> wrong) {
		Map<String, Integer> columns = Map.of("rows", Tag.ROWS, "cols", Tag.COLUMNS, "frames", Tag.NUMBER_OF_FRAMES, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"bits_allocated", Tag.BITS_ALLOCATED, "bits_stored", Tag.BITS_STORED, "high_bit", Tag.HIGH_BIT, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"pixel_rep", Tag.PIXEL_REPRESENTATION, "samples", Tag.SAMPLES_PER_PIXEL, "planar", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				Tag.PLANAR_CONFIGURATION);
		columns.forEach((column, tag) -> compare(row, column,
				header.integer(tag).isPresent() ? Integer.toString(header.integer(tag).getAsInt()) : "", wrong)); //$NON-NLS-1$
	}

	private static void compare(Map<String, String> row, String column, String actual, List<String> wrong) {
		String expected = row.get(column);
		if (!expected.isEmpty() && !expected.startsWith("[") && !expected.equals(actual)) { //$NON-NLS-1$
			wrong.add(row.get("path") + ": " + column + " is " + expected + ", not " + actual); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		}
	}

	@Test
	void nativeFramesHaveTheExpectedBytes() throws IOException {
		Path folder = Corpus.folder();
		int compared = 0;
		for (Map<String, String> row : Corpus.manifest()) {
			if (!row.get("compare").equals("exact") || !isPlain(row)) { //$NON-NLS-1$ //$NON-NLS-2$
				continue;
			}
			InstanceHeader header = reader.readHeader(folder.resolve(row.get("path")), LIMITS); //$NON-NLS-1$
			try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
				int last = pixels.frameCount() - 1;
				assertEquals(header.frameCount(), pixels.frameCount(), row.get("path")); //$NON-NLS-1$
				assertEquals(row.get("frame0_sha256"), hash(pixels.frame(0)), row.get("path")); //$NON-NLS-1$ //$NON-NLS-2$
				assertEquals(row.get("last_frame_sha256"), hash(pixels.frame(last)), row.get("path")); //$NON-NLS-1$ //$NON-NLS-2$
			}
			compared++;
		}
		assertTrue(compared > 450, compared + " files were compared"); //$NON-NLS-1$
	}

	/** Frames whose bytes in the file are those that the manifest's hashes are of, but for their order. */
	private static boolean isPlain(Map<String, String> row) {
		boolean uncompressed = List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"1.2.840.10008.1.2.1.99").contains(row.get("transfer_syntax")); //$NON-NLS-1$ //$NON-NLS-2$
		boolean whole = row.get("bits_stored").equals(row.get("bits_allocated")) //$NON-NLS-1$ //$NON-NLS-2$
				&& Set.of("8", "16", "32").contains(row.get("bits_allocated")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		boolean interleaved = row.get("samples").equals("1") || row.get("planar").equals("0"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return uncompressed && whole && interleaved && !row.get("photometric").contains("422"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String hash(EncodedFrame frame) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256"); //$NON-NLS-1$
			digest.update(frame.bytes(), frame.offset(), frame.length());
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void everyFrameIsFoundAndNoneIsLongerThanItsFile() throws IOException {
		Path folder = Corpus.folder();
		for (Map<String, String> row : Corpus.manifest()) {
			if (row.get("compare").isEmpty()) { //$NON-NLS-1$
				continue;
			}
			Path file = folder.resolve(row.get("path")); //$NON-NLS-1$
			InstanceHeader header = reader.readHeader(file, LIMITS);
			assertTrue(header.hasPixels(), row.get("path")); //$NON-NLS-1$
			try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
				assertTrue(pixels.frameCount() > 0, row.get("path")); //$NON-NLS-1$
				for (int i = 0; i < pixels.frameCount(); i++) {
					check(pixels.frame(i), pixels.format(), row.get("path")); //$NON-NLS-1$
				}
			} catch (DicomException e) {
				fail(e);
			}
		}
	}

	private static void check(EncodedFrame frame, PixelFormat format, String path) {
		assertTrue(frame.length() > 0, path);
		assertEquals(format, frame.format(), path);
	}
}
