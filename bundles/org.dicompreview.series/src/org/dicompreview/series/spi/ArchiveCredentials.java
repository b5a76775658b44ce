package org.dicompreview.series.spi;

import java.net.URI;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows what archives want to be told about who asks. An OSGi service; for several threads, never on the UI thread, as it may
 * ask a person.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface ArchiveCredentials {

	/** {@return the value of the header field Authorization (RFC 9110) for an archive; absent if it wants none} */
	Optional<String> authorization(URI archive);
}
