package org.dicompreview.series.spi;

import java.net.URI;
import java.util.Map;

import org.dicompreview.dicom.InstanceLocation;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reaches archives on servers, which people search. An OSGi service; where there is none, nothing of archives is offered. It
 * asks {@link ArchiveAccess} how to reach an archive. For several threads, and for the UI thread: nothing is
 * looked for at the address.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface ArchiveProvider extends RootProvider {

	/**
	 * Tells whether an address can be that of an archive, by its form.
	 *
	 * @throws IllegalArgumentException if not; the message says why
	 */
	void check(URI archive);

	/**
	 * {@return the root that holds what a search finds}
	 *
	 * @param archive  its address, for example {@code https://host/dicom-web}
	 * @param criteria values by tag, as QIDO-RS matches them (PS3.18 8.3.4.1): with {@code *} and {@code ?} as wildcards, dates
	 *                 as {@code YYYYMMDD} or {@code YYYYMMDD-YYYYMMDD}; those that are empty match everything
	 * @throws IllegalArgumentException if the address is malformed; the message says how
	 */
	InstanceLocation search(URI archive, Map<Integer, String> criteria);
}
