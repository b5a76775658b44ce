package org.dicompreview.ui.internal.explorer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** DICOM dates as people of this locale write them. */
final class DicomDates {

	private static final int DATE = 8;
	private static final int MINUTES = 12;

	private DicomDates() {
	}

	/** {@return the date of {@code YYYYMMDD…}; the text itself if it is not one} */
	static String date(String dicom) {
		if (dicom.length() < DATE) {
			return dicom;
		}
		try {
			LocalDate date = LocalDate.parse(dicom.substring(0, DATE), DateTimeFormatter.BASIC_ISO_DATE);
			return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(date);
		} catch (DateTimeException e) {
			return dicom; // files hold anything
		}
	}

	/** {@return date and time of {@code YYYYMMDDHHMM…}, the date alone of a shorter text} */
	static String dateTime(String dicom) {
		if (dicom.length() < MINUTES) {
			return date(dicom);
		}
		try {
			LocalTime time = LocalTime.parse(dicom.substring(DATE, MINUTES), DateTimeFormatter.ofPattern("HHmm")); //$NON-NLS-1$
			return date(dicom) + ' ' + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(time);
		} catch (DateTimeException e) {
			return date(dicom);
		}
	}
}
