package org.dicompreview.series;

import org.dicompreview.dicom.TextKey;

/**
 * What scans and the diagnosis of series have to say.
 *
 * @since 0.1.0
 */
public enum SeriesText implements TextKey {

	/** its directory is too large to be believed; it was left alone. */
	ARCHIVE_DIRECTORY_TOO_LARGE,
	/** it is encrypted. */
	ARCHIVE_ENCRYPTED,
	/** it expands to more than … bytes; it was left alone. */
	ARCHIVE_EXPANDS,
	/** expanding it would take … bytes of memory. */
	ARCHIVE_MEMORY,
	/** The archive has more than … entries; the rest was left alone. */
	ARCHIVE_TOO_MANY,
	/** The archive is damaged or ends early, after … entries. */
	ARCHIVE_TRUNCATED,
	/** The archive cannot be opened: …. */
	ARCHIVE_UNREADABLE,
	/** Birth Date. */
	BIRTH_DATE,
	/** The files do not agree on …: …. */
	CONTRADICTION,
	/** Files that share a SOP Instance UID: …, UIDs: …. */
	DUPLICATE_INSTANCES,
	/** The file ends before this frame. */
	ENDS_BEFORE_FRAME,
	/** The archive entry is encrypted. */
	ENTRY_ENCRYPTED,
	/** The archive entry claims to expand to … bytes; it was left alone. */
	ENTRY_EXPANDS,
	/** The archive entry … leads out of the archive; it was left alone. */
	ENTRY_LEADS_OUTSIDE,
	/** The archive entry is packed in a way that is not known here: …. */
	ENTRY_METHOD,
	/** … of … places of the grid have no image. */
	GRID_HAS_GAPS,
	/** Files that are identical copies of others, shown once: … (…). */
	IDENTICAL_COPIES,
	/** Issuer of Patient ID. */
	ISSUER_OF_PATIENT_ID,
	/** The link leads nowhere. */
	LINK_LEADS_NOWHERE,
	/** The media directory lists this file, but it is not there. */
	LISTED_BUT_MISSING,
	/** Missing positions: …, at a spacing of … mm: … mm. */
	MISSING_POSITIONS,
	/** The planes are not parallel. */
	NOT_PARALLEL,
	/** The file does not say how many rows and columns the image has. */
	NO_IMAGE_SIZE,
	/** No permission to read this. */
	NO_PERMISSION,
	/** Patient ID. */
	PATIENT_ID,
	/** Patient Name. */
	PATIENT_NAME,
	/** Reading failed unexpectedly: …. */
	READING_FAILED,
	/** Repeated positions: …, images too many: …. */
	REPEATED_POSITIONS,
	/** The rescale changes: slope …, intercept …. */
	RESCALE_CHANGES,
	/** Other studies of this patient use the same Series Instance UID: …. */
	SEVERAL_STUDIES,
	/** Sex. */
	SEX,
	/** Other patients use the same Series Instance UID: …. */
	SHARED_SERIES,
	/** Other patients use the same Study Instance UID: …. */
	SHARED_STUDY,
	/** The spacing varies from … to … mm, usual … mm, tolerance … mm. */
	SPACING_VARIES,
	/** Study Date. */
	STUDY_DATE,
	/** Study Instance UID. */
	STUDY_UID,
	/** The stack is sheared by …°. */
	TILTED,
	/** unknown patient. */
	UNKNOWN_PATIENT,
	/** This cannot be read: …. */
	UNREADABLE,
	/** This vanished during the scan. */
	VANISHED_DURING_SCAN,
	/** The window changes: width …, center …. */
	WINDOW_CHANGES
}
