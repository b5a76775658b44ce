package org.dicompreview.series.validation;

import org.dicompreview.dicom.TextKey;

/**
 * The rules of the validation of data sets, and what is said where they are broken.
 *
 * @since 0.1.0
 */
public enum ValidationText implements TextKey {

	/** … has no value, though … requires one. */
	REQUIRED_EMPTY,
	/** missing, though … requires it: …. */
	REQUIRED_MISSING,
	/** … in … has no value, though … requires one. */
	REQUIRED_EMPTY_IN,
	/** … is missing in …, though … requires it. */
	REQUIRED_MISSING_IN,
	/** … has the VR …, not …. */
	VR_INVALID,
	/** … has … values, not …. */
	MULTIPLICITY_INVALID,
	/** The length of … is odd. */
	LENGTH_ODD,
	/** The length of … is no multiple of … bytes. */
	LENGTH_NO_MULTIPLE,
	/** A value of … has … characters, VR … allows …. */
	VALUE_TOO_LONG,
	/** A value of … is not of VR …: …. */
	VALUE_INVALID,
	/** … (… times). */
	REPEATED
}
