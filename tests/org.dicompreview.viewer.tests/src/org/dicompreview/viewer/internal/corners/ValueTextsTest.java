package org.dicompreview.viewer.internal.corners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.junit.jupiter.api.Test;

class ValueTextsTest {

	private static void assertText(String text, int tag, String... values) {
		assertEquals(text, ValueTexts.of(tag, List.of(values)));
	}

	@Test
	void namesAreWrittenAsPeopleWriteThem() {
		assertText("Doe, Jane M", Tag.PATIENT_NAME, "Doe^Jane^M^Dr^"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("Doe", Tag.PATIENT_NAME, "Doe^^^"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("Yamada, Tarou", Tag.PATIENT_NAME, "=Yamada^Tarou"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("", Tag.PATIENT_NAME, "^^"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("", Tag.PATIENT_NAME); //$NON-NLS-1$
	}

	@Test
	void datesAndTimesAreTold() {
		assertText(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(LocalDate.of(2024, 2, 29)), Tag.STUDY_DATE, "20240229"); //$NON-NLS-1$
		assertText("20240230", Tag.STUDY_DATE, "20240230"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("10:15:07", Tag.STUDY_TIME, "101507.25"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("10:15", Tag.STUDY_TIME, "1015"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("noon", Tag.STUDY_TIME, "noon"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void numbersAndSeveralValues() {
		assertText("120", Tag.KVP, "120.000000"); //$NON-NLS-1$ //$NON-NLS-2$
		assertText("0.5, 0.25", Tag.PIXEL_SPACING, "0.50", "0.25"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertText("ORIGINAL, PRIMARY", Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertText("two lines", Tag.IMAGE_COMMENTS, "two\r\nlines "); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
