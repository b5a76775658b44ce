package org.dicompreview.dicomweb.internal.http;

import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How an archive is reached.
 *
 * @param base          its address; who leads elsewhere gets no credentials
 * @param authorization gives the value of the header field Authorization, if it wants one; asked before each request
 * @param proxies       which proxy leads to it
 */
public record Access(URI base, Supplier<Optional<String>> authorization, ProxySelector proxies) {

	/** {@return whether an address has scheme, host and port of the archive} */
	public boolean isHome(URI address) {
		return origin(address).equals(origin(base));
	}

	private static String origin(URI address) {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80; //$NON-NLS-1$
		return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ':' + port; //$NON-NLS-1$
	}
}
