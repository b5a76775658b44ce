package org.dicompreview.series.spi;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows how archives are reached: what they want to be told about who asks, and by which proxies. An OSGi service; for several
 * threads, never on the UI thread, as it may ask a person.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface ArchiveAccess {

	/** {@return the value of the header field Authorization (RFC 9110) for an archive; absent if it wants none} */
	Optional<String> authorization(URI archive);

	/** {@return the proxies that lead to an address, {@link Proxy#NO_PROXY} for none; those of the system if nobody says more} */
	default List<Proxy> proxies(URI address) {
		ProxySelector system = ProxySelector.getDefault();
		return system == null ? List.of(Proxy.NO_PROXY) : system.select(address);
	}
}
