package org.dicompreview.ui.internal.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.junit.jupiter.api.Test;

/** Archives are reached by the proxies of the workbench. */
class WorkbenchProxiesTest {

	private static final URI ARCHIVE = URI.create("https://archive.example/dicom-web"); //$NON-NLS-1$

	private Optional<IProxyService> service = Optional.empty();
	private final WorkbenchProxies proxies = new WorkbenchProxies(() -> service);

	private static <T> T answering(Class<T> type, Map<String, Object> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(self, method, arguments) -> answers.get(method.getName())));
	}

	private static IProxyData data(String type, String host, int port) {
		return answering(IProxyData.class, Map.of("getType", type, "getHost", host, "getPort", port)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private void choose(IProxyData... chosen) {
		service = Optional.of(answering(IProxyService.class, Map.of("select", chosen))); //$NON-NLS-1$
	}

	@Test
	void theProxyOfTheWorkbenchIsTaken() {
		choose(data(IProxyData.SOCKS_PROXY_TYPE, "socks", 1), data(IProxyData.HTTPS_PROXY_TYPE, "proxy", 8080)); //$NON-NLS-1$ //$NON-NLS-2$
		List<java.net.Proxy> found = proxies.select(ARCHIVE);
		assertEquals(1, found.size());
		assertEquals(java.net.Proxy.Type.HTTP, found.get(0).type());
		assertEquals("proxy", ((InetSocketAddress) found.get(0).address()).getHostString()); //$NON-NLS-1$
		assertEquals(8080, ((InetSocketAddress) found.get(0).address()).getPort());
	}

	@Test
	void withoutOneTheArchiveIsReachedDirectly() {
		assertEquals(List.of(java.net.Proxy.NO_PROXY), proxies.select(ARCHIVE));
		choose();
		assertEquals(List.of(java.net.Proxy.NO_PROXY), proxies.select(ARCHIVE));
	}
}
