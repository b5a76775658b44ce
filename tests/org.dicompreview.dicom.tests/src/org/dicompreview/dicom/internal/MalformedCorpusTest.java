package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every malformed file of the corpus is explained, with tag and offset, and costs no more than its size justifies. */
class MalformedCorpusTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	/** Enough for a minute of the slowest machine; what hangs takes longer. */
	private static final Duration PATIENCE = Duration.ofSeconds(120);
	private static final long MOST_ALLOCATED = 32 << 20;
	private static final int ALLOCATED_A_BYTE = 4;

	/** No DICOM at all; the first byte of {@code no_meta.dcm} is damaged, so that nothing tells it from chance. */
	private static final Set<String> FOREIGN = Set.of("plain-text.dcm", "zero-bytes.dcm", "no_meta.dcm"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	/** Legal, if unusual: without preamble or meta information, padded, private, of an empty table or set. */
	private static final Set<String> SOUND = Set.of("ExplVR_LitEndNoMeta.dcm", "GH220.dcm", //$NON-NLS-1$ //$NON-NLS-2$
			"no_meta_group_length.dcm", "no_preamble_dicm_in_data", "no-preamble.dcm", "MR_small_padded.dcm", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"UN_sequence.dcm", "explicit_VR-UN.dcm", "priv_SQ.dcm", "bad_sequence.dcm", "empty_charset_LEI.dcm", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			"reportsi_with_empty_number_tags.dcm", "trailing-zeros.dcm", "encapsulated-bot-empty.dcm", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"JPEG2000-embedded-sequence-delimiter.dcm"); //$NON-NLS-1$
	/** Repaired: all frames are there, whatever the label, the table or the stream around them says. */
	private static final Set<String> REPAIRED = Set.of("deflated-zlib-header.dcm", "deflated-bomb.dcm", //$NON-NLS-1$ //$NON-NLS-2$
			"encapsulated-bot-wrong.dcm", "encapsulated-empty-fragment.dcm", "native-labelled-jpeg.dcm", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"transfer-syntax-says-jpeg2000.dcm"); //$NON-NLS-1$
	/** Wrong within a codestream, a palette or an overlay: that is for the decoders and the renderer to say. */
	private static final Set<String> LATER = Set.of("JPEGLossless_1s_1f_i_16_16_bad.dcm", //$NON-NLS-1$
			"encapsulated-stream-corrupt.dcm", "encapsulated-stream-zeroed.dcm", "palette-lut-short.dcm", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"overlay-larger-than-data.dcm"); //$NON-NLS-1$
	/** There is no element whose tag could be named. */
	private static final String NO_ELEMENT = "preamble-only.dcm"; //$NON-NLS-1$

	private final DicomReader reader = new BuiltInReader();

	@TestFactory
	Stream<DynamicTest> eachSaysWhatIsWrong() throws IOException {
		Path folder = Corpus.folder();
		List<String> files = Corpus.manifest().stream().map((Map<String, String> row) -> row.get("path")) //$NON-NLS-1$
				.filter(path -> path.startsWith("malformed/")).toList(); //$NON-NLS-1$
		assertTrue(files.size() >= 84, files::toString);
		return files.stream().map(path -> DynamicTest.dynamicTest(path,
				() -> assertTimeoutPreemptively(PATIENCE, () -> check(folder.resolve(path)))));
	}

	/** {@return the bytes that this thread has allocated so far} */
	private static long allocated() throws JMException {
		return (Long) ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("java.lang:type=Threading"), //$NON-NLS-1$
				"getThreadAllocatedBytes", new Object[] { Thread.currentThread().getId() }, new String[] { "long" }); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void check(Path file) throws IOException, JMException {
		long before = allocated();
		List<Problem> problems = new ArrayList<>();
		boolean foreign = false;
		try {
			readAll(file, problems);
		} catch (NotDicomException e) {
			foreign = true;
		} catch (DicomException e) {
			problems.add(e.problem());
		}
		long allocated = allocated() - before;
		assertTrue(allocated < MOST_ALLOCATED + ALLOCATED_A_BYTE * Files.size(file), allocated + " bytes of memory"); //$NON-NLS-1$
		String name = file.getFileName().toString();
		assertEquals(FOREIGN.contains(name), foreign);
		boolean silent = foreign || SOUND.contains(name) || REPAIRED.contains(name) || LATER.contains(name);
		assertEquals(silent, problems.isEmpty(), problems::toString);
		for (Problem problem : problems) {
			assertEquals(file, Locations.path(problem.location()));
			assertTrue(problem.toString().startsWith(file.toString()), problem::toString);
		}
		boolean located = problems.stream().anyMatch(
				problem -> problem.offset() >= 0 && problem.offset() <= size(file) && problem.tag() != 0);
		assertTrue(silent || located || name.equals(NO_ELEMENT), problems::toString);
	}

	private void readAll(Path file, List<Problem> problems) throws IOException {
		InstanceHeader header = reader.readHeader(file, LIMITS);
		header.problem().ifPresent(problems::add);
		reader.readDataSet(file, LIMITS).problem().ifPresent(problems::add);
		if (header.hasPixels()) {
			try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
				assertTrue(pixels.frameCount() > 0);
				for (int i = 0; i < pixels.frameCount(); i++) {
					assertTrue(pixels.frame(i).length() > 0);
				}
			} catch (DicomException e) {
				problems.add(e.problem());
			}
		}
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		} catch (IOException e) {
			return -1;
		}
	}
}
