package org.dicompreview.series.internal;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;

/** Dates and times (PS3.5 DA, TM, DT) as seconds, for comparison. What is malformed is missing: NaN. */
public final class Times {

	private static final int SECONDS_PER_DAY = 86_400;

	private Times() {
	}

	/** {@return when the frame was acquired, in seconds since some fixed moment; NaN if the file does not say} */
	public static double acquired(Attributes frame) {
		double time = first(frame, Tag.FRAME_ACQUISITION_DATE_TIME, Tag.FRAME_REFERENCE_DATE_TIME,
				Tag.ACQUISITION_DATE_TIME);
		return Double.isNaN(time) ? joined(frame, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME) : time;
	}

	/** {@return when the content was made, in seconds since some fixed moment; NaN if the file does not say} */
	public static double content(Attributes frame) {
		return joined(frame, Tag.CONTENT_DATE, Tag.CONTENT_TIME);
	}

	private static double first(Attributes frame, int... tags) {
		for (int tag : tags) {
			double time = frame.string(tag).map(Times::dateTime).orElse(Double.NaN);
			if (!Double.isNaN(time)) {
				return time;
			}
		}
		return Double.NaN;
	}

	private static double joined(Attributes frame, int dateTag, int timeTag) {
		double time = frame.string(timeTag).map(Times::time).orElse(Double.NaN);
		double date = frame.string(dateTag).map(Times::date).orElse(Double.NaN);
		return Double.isNaN(date) ? time : date + time;
	}

	/** {@return the seconds of a DT value; a time zone shifts it, NaN if it is malformed} */
	static double dateTime(String text) {
		int zone = Math.max(text.indexOf('+'), text.indexOf('-'));
		String local = zone < 0 ? text : text.substring(0, zone);
		if (local.length() < 8) {
			return Double.NaN;
		}
		double time = local.length() > 8 ? time(local.substring(8)) : 0;
		return date(local.substring(0, 8)) + time - (zone < 0 ? 0 : shift(text.substring(zone)));
	}

	private static double shift(String zone) {
		if (zone.length() != 5) {
			return 0;
		}
		double seconds = time(zone.substring(1));
		return Double.isNaN(seconds) ? 0 : zone.charAt(0) == '-' ? -seconds : seconds;
	}

	/** {@return the seconds of a DA value, also in the old form with dots; NaN if it is malformed} */
	static double date(String text) {
		String digits = text.replace(".", "").strip(); //$NON-NLS-1$ //$NON-NLS-2$
		int number = digits(digits, 0, 8);
		if (digits.length() != 8 || number < 0) {
			return Double.NaN;
		}
		try {
			return (double) LocalDate.of(number / 10_000, number / 100 % 100, number % 100).toEpochDay()
					* SECONDS_PER_DAY;
		} catch (DateTimeException e) {
			return Double.NaN; // the thirtieth of February: as good as missing
		}
	}

	/** {@return the seconds of a TM value, hours alone or with colons too; NaN if it is malformed} */
	static double time(String text) {
		String digits = text.replace(":", "").strip(); //$NON-NLS-1$ //$NON-NLS-2$
		int point = digits.indexOf('.');
		int whole = point < 0 ? digits.length() : point;
		if (whole != 2 && whole != 4 && whole != 6) {
			return Double.NaN;
		}
		int hours = digits(digits, 0, 2);
		int minutes = whole > 2 ? digits(digits, 2, 4) : 0;
		int seconds = whole > 4 ? digits(digits, 4, 6) : 0;
		double fraction = point < 0 ? 0 : fraction(digits.substring(point + 1));
		if (hours < 0 || minutes < 0 || seconds < 0) {
			return Double.NaN;
		}
		return hours * 3600 + minutes * 60 + seconds + fraction;
	}

	private static double fraction(String digits) {
		int length = Math.min(digits.length(), 9);
		int number = digits(digits, 0, length);
		return number < 0 ? 0 : number / Math.pow(10, length);
	}

	private static int digits(String text, int from, int to) {
		if (to > text.length()) {
			return -1;
		}
		int number = 0;
		for (int i = from; i < to; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
	}
}
