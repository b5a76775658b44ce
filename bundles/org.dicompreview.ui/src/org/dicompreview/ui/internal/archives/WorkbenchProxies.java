package org.dicompreview.ui.internal.archives;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;

/**
 * The proxies of the preferences of the workbench (General > Network Connections).
 *
 * @param service gives the service that knows them, if there is one now
 */
record WorkbenchProxies(Supplier<Optional<IProxyService>> service) {

	/** {@return those that lead to an address} */
	List<Proxy> select(URI address) {
		List<Proxy> found = new ArrayList<>();
		for (IProxyData data : service.get().map(each -> each.select(address)).orElse(new IProxyData[0])) {
			if (data.getHost() != null && !IProxyData.SOCKS_PROXY_TYPE.equals(data.getType())) { // the client of Java knows no SOCKS
				found.add(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(data.getHost(), data.getPort())));
			}
		}
		return found.isEmpty() ? List.of(Proxy.NO_PROXY) : found;
	}
}
