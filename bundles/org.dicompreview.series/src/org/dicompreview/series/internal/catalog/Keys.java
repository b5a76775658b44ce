package org.dicompreview.series.internal.catalog;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;

/** What belongs together. Where a UID is missing, other attributes stand in for it. */
final class Keys {

	/** Cannot occur in a value, PS3.5 6.1. */
	private static final String SEPARATOR = "\u0000"; //$NON-NLS-1$

	/**
	 * What tells studies apart.
	 *
	 * @param study   its UID, or what stands in for it
	 * @param patient whose it is
	 */
	record Study(String study, String patient) {
	}

	private Keys() {
	}

	/**
	 * {@return the key of a patient: an id alone is unique in one institution only, a name even less. Spelling is no
	 * difference, see {@link PersonNames#spelling}; where there is no id, the whole name and the birth date count}
	 */
	static String patient(Attributes header) {
		String id = value(header, Tag.PATIENT_ID);
		String name = value(header, Tag.PATIENT_NAME);
		return String.join(SEPARATOR, id, value(header, Tag.ISSUER_OF_PATIENT_ID),
				id.isEmpty() ? PersonNames.folded(name) : PersonNames.spelling(name),
				id.isEmpty() ? value(header, Tag.PATIENT_BIRTH_DATE) : ""); //$NON-NLS-1$
	}

	/**
	 * {@return the key of a study: its UID and the patient, so that no image comes under another patient though somebody
	 * gave the same UIDs to several. Within a study an id is one patient whatever the name; without an id the name is}
	 */
	static Study study(Attributes header) {
		String id = value(header, Tag.PATIENT_ID);
		String patient = id.isEmpty() ? SEPARATOR + PersonNames.folded(value(header, Tag.PATIENT_NAME)) : id;
		String uid = value(header, Tag.STUDY_INSTANCE_UID);
		return new Study(!uid.isEmpty() ? uid
				: String.join(SEPARATOR, "", value(header, Tag.STUDY_DATE), value(header, Tag.STUDY_ID), //$NON-NLS-1$
						value(header, Tag.ACCESSION_NUMBER),
						value(header, Tag.SERIES_INSTANCE_UID).isEmpty() ? value(header, Tag.STUDY_TIME) : ""), //$NON-NLS-1$
				patient);
	}

	/** {@return the key of a series within its study} */
	static String series(InstanceHeader header) {
		return series(header, header.location());
	}

	/** {@return the key of a series within its study} @param location where it, or an instance of it, lies */
	static String series(Attributes header, InstanceLocation location) {
		String uid = value(header, Tag.SERIES_INSTANCE_UID);
		if (!uid.isEmpty()) {
			return uid;
		}
		return String.join(SEPARATOR, "", location.folder(), //$NON-NLS-1$
				value(header, Tag.MODALITY), value(header, Tag.SERIES_NUMBER), value(header, Tag.SERIES_DESCRIPTION));
	}

	/** {@return whether a key is a UID, not what stands in for one} */
	static boolean isUid(String key) {
		return !key.startsWith(SEPARATOR);
	}

	/** {@return the value or empty text} */
	static String value(Attributes header, int tag) {
		return header.string(tag).orElse(""); //$NON-NLS-1$
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
