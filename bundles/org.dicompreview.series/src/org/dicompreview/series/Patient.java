package org.dicompreview.series;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** One patient, a thread-safe view as {@link Series}. */
@ProviderType
public interface Patient {

	/** {@return Patient ID (0010,0020), or empty text} */
	String id();

	/** {@return Patient's Name (0010,0010) as people write it: {@code Family, Given}; or empty text} */
	String name();

	/** {@return Patient's Birth Date as {@code YYYYMMDD}, or empty text} */
	String birthDate();

	/** {@return Patient's Sex (0010,0040), or empty text} */
	String sex();

	/** {@return the studies, newest first} */
	List<Study> studies();
}
