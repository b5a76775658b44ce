package org.dicompreview.dicomweb.internal;

import org.dicompreview.dicom.TextKey;

/** What is to say of archives. */
public enum DicomWebText implements TextKey {

	/** The address … is malformed: …. */
	ADDRESS_MALFORMED,
	/** The archive refuses access (403): …. */
	ACCESS_REFUSED,
	/** The answer of the archive is damaged: …. */
	ANSWER_DAMAGED,
	/** The answer of the archive ends early. */
	ANSWER_ENDS_EARLY,
	/** The answer of the archive is longer than … bytes. */
	ANSWER_TOO_LONG,
	/** The archive cannot be reached: …. */
	CANNOT_BE_REACHED,
	/** The certificate of the archive is not trusted: …. */
	CERTIFICATE_NOT_TRUSTED,
	/** The archive wants a user name and a password, or other ones (401). */
	CREDENTIALS_WANTED,
	/** The archive answered with an error (…): …. */
	ERROR_ANSWER,
	/** The archive has more studies than …; search for fewer. */
	MORE_STUDIES,
	/** The archive has nothing there (404): …. */
	NOT_FOUND,
	/** The archive answered with … instead of DICOM. */
	OTHER_CONTENT,
	/** The archive said nothing for … seconds. */
	SILENT,
	/** The host … is not known. */
	UNKNOWN_HOST
}
