package org.dicompreview.series.spi;

import java.util.Optional;

import org.dicompreview.dicom.InstanceLocation;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes roots that are no folders of the addresses that people write and that are remembered over restarts. An OSGi service;
 * for several threads, and for the UI thread: nothing is looked for at the address.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface RootProvider {

	/**
	 * {@return the root at an address; its {@link InstanceLocation#toString()} is an address of it too. Absent if the address is
	 * of another kind}
	 *
	 * @param address what somebody wrote, for example {@code dicomweb:https://host/dicom-web}
	 * @throws IllegalArgumentException if it is of this kind but malformed; the message says how
	 */
	Optional<InstanceLocation> locate(String address);
}
