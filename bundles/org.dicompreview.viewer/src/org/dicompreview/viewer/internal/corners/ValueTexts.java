package org.dicompreview.viewer.internal.corners;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.VR;
import org.dicompreview.viewer.Numbers;

/** Values of attributes as people read them. Plain functions without widgets. */
final class ValueTexts {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
	private static final DateTimeFormatter DICOM_SECONDS = DateTimeFormatter.ofPattern("HHmmss"); //$NON-NLS-1$
	private static final DateTimeFormatter DICOM_MINUTES = DateTimeFormatter.ofPattern("HHmm"); //$NON-NLS-1$
	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss"); //$NON-NLS-1$
	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm"); //$NON-NLS-1$
	private static final int DATE_LENGTH = 8;
	private static final int MINUTES_LENGTH = 4;
	private static final int SECONDS_LENGTH = 6;
	private static final int MOST_DIGITS = 4;
	private static final int NAME_PARTS = 3;

	private ValueTexts() {
	}

	/** {@return values in one line; empty text for none} @param tag says what they are */
	static String of(int tag, List<String> values) {
		VR vr = DataDictionary.vr(tag).orElse(VR.LO);
		return values.stream().map(value -> of(vr, value.strip())).filter(text -> !text.isEmpty())
				.collect(Collectors.joining(", ")).replaceAll("\\s+", " "); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String of(VR vr, String value) {
		try {
			return switch (vr) {
				case PN -> name(value);
				case DA -> date(value);
				case TM -> time(value);
				case DT -> value.length() < DATE_LENGTH ? value
						: Stream.of(date(value.substring(0, DATE_LENGTH)), time(value.substring(DATE_LENGTH)))
								.filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")); //$NON-NLS-1$
				case DS, FD, FL -> Numbers.format(Double.parseDouble(value), MOST_DIGITS);
				default -> value;
			};
		} catch (DateTimeException | NumberFormatException e) {
			return value; // files hold anything
		}
	}

	/** {@return family name, comma, given and middle name of the first group that says something (PS3.5 6.2.1)} */
	private static String name(String value) {
		for (String group : value.split("=")) { //$NON-NLS-1$
			List<String> parts = Stream.of(group.split("\\^")).limit(NAME_PARTS).map(String::strip).toList(); //$NON-NLS-1$
			String given = parts.stream().skip(1).filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")); //$NON-NLS-1$
			String family = parts.isEmpty() ? "" : parts.get(0); //$NON-NLS-1$
			if (!family.isEmpty() || !given.isEmpty()) {
				return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given; //$NON-NLS-1$
			}
		}
		return ""; //$NON-NLS-1$
	}

	private static String date(String value) {
		return value.length() == DATE_LENGTH ? DATE.format(LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE)) : value;
	}

	/** {@return hours, minutes and seconds} */
	private static String time(String value) {
		if (value.length() >= SECONDS_LENGTH) {
			return LocalTime.parse(value.substring(0, SECONDS_LENGTH), DICOM_SECONDS).format(SECONDS);
		}
		return value.length() == MINUTES_LENGTH ? LocalTime.parse(value, DICOM_MINUTES).format(MINUTES) : value;
	}
}
