package org.dicompreview.series.internal.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;

/** What belongs together. Where a UID is missing, other attributes stand in for it. */
final class Keys {

	/** Cannot occur in a value, PS3.5 6.1. */
	private static final String SEPARATOR = "\u0000"; //$NON-NLS-1$

	private Keys() {
	}

	/** {@return the key of a patient: an id alone is unique in one institution only, a name even less} */
	static String patient(Attributes header) {
		return String.join(SEPARATOR, value(header, Tag.PATIENT_ID), value(header, Tag.ISSUER_OF_PATIENT_ID),
				name(value(header, Tag.PATIENT_NAME)).toLowerCase(Locale.ROOT));
	}

	static String study(Attributes header) {
		String uid = value(header, Tag.STUDY_INSTANCE_UID);
		return !uid.isEmpty() ? uid
				: String.join(SEPARATOR, "", patient(header), value(header, Tag.STUDY_DATE), //$NON-NLS-1$
						value(header, Tag.STUDY_TIME), value(header, Tag.STUDY_ID),
						value(header, Tag.ACCESSION_NUMBER));
	}

	static String series(InstanceHeader header) {
		String uid = value(header, Tag.SERIES_INSTANCE_UID);
		if (!uid.isEmpty()) {
			return uid;
		}
		Path folder = header.path().getParent();
		return String.join(SEPARATOR, "", study(header), folder == null ? "" : folder.toString(), //$NON-NLS-1$ //$NON-NLS-2$
				value(header, Tag.MODALITY), value(header, Tag.SERIES_NUMBER), value(header, Tag.SERIES_DESCRIPTION));
	}

	/** {@return the value or empty text} */
	static String value(Attributes header, int tag) {
		return header.string(tag).orElse(""); //$NON-NLS-1$
	}

	/** {@return a person name as people write it: family name, comma, given and middle names (PS3.5 6.2.1)} */
	static String name(String value) {
		for (String group : value.split("=")) { //$NON-NLS-1$
			List<String> parts = new ArrayList<>(List.of(group.split("\\^", 4))); //$NON-NLS-1$
			String family = parts.remove(0).strip();
			String given = String.join(" ", parts.subList(0, Math.min(2, parts.size()))).strip(); //$NON-NLS-1$
			if (!family.isEmpty() || !given.isEmpty()) {
				return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given; //$NON-NLS-1$
			}
		}
		return ""; //$NON-NLS-1$
	}

	/** {@return date and time as one run of digits: eight, or fourteen where the time is known} */
	static String dateTime(Attributes header, int dateTag, int timeTag) {
		String date = value(header, dateTag).replace(".", ""); //$NON-NLS-1$ //$NON-NLS-2$
		if (!date.matches("\\d{8}")) { //$NON-NLS-1$
			return ""; //$NON-NLS-1$
		}
		String time = value(header, timeTag).replace(":", ""); //$NON-NLS-1$ //$NON-NLS-2$
		int point = time.indexOf('.');
		String digits = point < 0 ? time : time.substring(0, point);
		boolean known = digits.matches("\\d{2}|\\d{4}|\\d{6}"); //$NON-NLS-1$
		return known ? date + (digits + "0000").substring(0, 6) : date; //$NON-NLS-1$
	}
}
