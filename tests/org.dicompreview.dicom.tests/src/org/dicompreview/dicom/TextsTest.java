package org.dicompreview.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.spi.PackedProblem;
import org.dicompreview.testsupport.TextKeyContract;
import org.junit.jupiter.api.Test;

/** Problems as values, and the words that become of them. */
class TextsTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(DicomText.class);
	}

	@Test
	void aProblemNamesFileTagAndByte() {
		Path file = Path.of("a", "b"); //$NON-NLS-1$ //$NON-NLS-2$
		Problem problem = Problem.of(DicomText.FRAME_EMPTY, 3).at(Tag.PIXEL_DATA, 1234).in(FileLocation.unseen(file));
		assertEquals("frame 3 is empty at (7FE0,0010) (byte 1234)", Texts.words(problem)); //$NON-NLS-1$
		assertEquals(file + ": frame 3 is empty at (7FE0,0010) (byte 1234)", Texts.withLocation(problem)); //$NON-NLS-1$
		assertEquals("frame 3 is empty", Texts.words(problem.what())); //$NON-NLS-1$
		assertEquals(Texts.withLocation(problem), new DicomException(problem).getMessage());
		assertEquals("frame 3 is empty", Texts.withLocation(Problem.of(DicomText.FRAME_EMPTY, 3))); //$NON-NLS-1$
	}

	@Test
	void numbersAndBracesStayAsTheyAre() {
		assertEquals("more than 1234567 bytes", Texts.words(DicomText.MORE_BYTES, 1_234_567)); //$NON-NLS-1$
		assertEquals("{1} it's {", Texts.words(DicomText.VERBATIM, "{1} it's {")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void problemsWithinProblemsBecomeWordsWithThem() {
		Problem inner = Problem.of(DicomText.MORE_BYTES, 7);
		assertEquals("the inflated data set has more than 7 bytes", //$NON-NLS-1$
				Texts.words(DicomText.INFLATED_DATA_SET_TOO_LONG, new DicomException(inner)));
		assertEquals("the reader failed: no luck", Texts.words(DicomText.READER_FAILED, new IOException("no luck"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("the reader failed: java.lang.IllegalStateException: no luck", //$NON-NLS-1$
				Texts.words(DicomText.READER_FAILED, new IllegalStateException("no luck"))); //$NON-NLS-1$
	}

	@Test
	void argumentsAreTakenAsTheyReadNow() {
		List<Object> changing = new ArrayList<>(List.of("one")); //$NON-NLS-1$
		Text text = Text.of(DicomText.VERBATIM, changing);
		changing.add("two"); //$NON-NLS-1$
		assertEquals("[one]", text.toString()); //$NON-NLS-1$
	}

	@Test
	void packedProblemsComeBack() {
		Problem problem = Problem.of(DicomText.READ_BY_OTHER, "é", 3.5, Problem.of(DicomText.MORE_BYTES, 1L << 40).at(1, 2)) //$NON-NLS-1$
				.at(Tag.ROWS, 77).asNote();
		assertEquals(problem, PackedProblem.unpack(PackedProblem.pack(problem), DicomText.values()));
		byte[] packed = PackedProblem.pack(problem);
		assertThrows(IllegalArgumentException.class, () -> PackedProblem.unpack(packed, DicomText.MORE_BYTES));
		assertThrows(IllegalArgumentException.class, () -> PackedProblem.unpack(new byte[3], DicomText.values()));
	}
}
