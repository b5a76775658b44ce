package org.dicompreview.series;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** One study, a thread-safe view as {@link Series}. */
@ProviderType
public interface Study {

	/** {@return Study Instance UID; empty text where the files have none} */
	String uid();

	/** {@return the patient} */
	Patient patient();

	/** {@return Study Date and Time as {@code YYYYMMDD} or {@code YYYYMMDDHHMMSS}, or empty text} */
	String date();

	/** {@return Study Description (0008,1030), or empty text} */
	String description();

	/** {@return Accession Number (0008,0050), or empty text} */
	String accessionNumber();

	/** {@return the series, by number, then by date, then by UID} */
	List<Series> series();
}
