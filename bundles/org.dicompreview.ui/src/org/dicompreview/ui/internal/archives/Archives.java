package org.dicompreview.ui.internal.archives;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.dicompreview.series.spi.ArchiveAccess;
import org.dicompreview.ui.internal.archives.ArchiveSearch.Credentials;
import org.eclipse.core.net.proxy.IProxyService;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.EncodingUtils;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * The archives that people have opened: addresses and names in the preferences, credentials in the secure storage of Equinox,
 * or in memory where that cannot be used; and the proxies that lead to them. For any thread; what has to do with credentials not for the UI thread.
 */
@Component(service = { ArchiveAccess.class, Archives.class })
public final class Archives implements ArchiveAccess {

	/** Preference node of the archives, in the instance scope. */
	static final String NODE = "org.dicompreview.ui/archives"; //$NON-NLS-1$
	private static final String SECURE = "org.dicompreview.ui/archives/"; //$NON-NLS-1$
	private static final String AUTHORIZATION = "authorization"; //$NON-NLS-1$
	private static final int MOST = 20;

	private final Preferences node;
	private final WorkbenchProxies proxies;
	/** What was told or read since the start, by address. */
	private final Map<String, String> told = new ConcurrentHashMap<>();

	/** Called by DS. */
	@Activate
	public Archives(BundleContext context) {
		this(InstanceScope.INSTANCE.getNode(NODE), new WorkbenchProxies(
				() -> Optional.ofNullable(context.getServiceReference(IProxyService.class)).map(context::getService)));
	}

	Archives(Preferences node, WorkbenchProxies proxies) {
		this.node = node;
		this.proxies = proxies;
	}

	/** {@return those that were opened, the last one first} */
	List<KnownArchive> known() {
		List<KnownArchive> all = new ArrayList<>();
		for (int i = 0; i < MOST; i++) {
			String address = node.get("address" + i, ""); //$NON-NLS-1$ //$NON-NLS-2$
			if (!address.isEmpty()) {
				all.add(new KnownArchive(address, node.get("name" + i, ""))); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		return all;
	}

	/** Notes that an archive is opened, and what it is to be told. Writes to disk. */
	synchronized void remember(KnownArchive archive, Optional<Credentials> credentials) {
		List<KnownArchive> all = new ArrayList<>(List.of(archive));
		known().stream().filter(each -> !each.address().equals(archive.address())).limit(MOST - 1L).forEach(all::add);
		for (int i = 0; i < all.size(); i++) {
			node.put("address" + i, all.get(i).address()); //$NON-NLS-1$
			node.put("name" + i, all.get(i).name()); //$NON-NLS-1$
		}
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(Archives.class).error(Messages.Archives_remember, e);
		}
		credentials.ifPresent(given -> keep(archive.address(), given.authorization()));
	}

	private void keep(String address, String authorization) {
		told.put(address, authorization);
		try {
			ISecurePreferences place = place(address);
			if (authorization.isEmpty()) {
				place.remove(AUTHORIZATION);
			} else {
				place.put(AUTHORIZATION, authorization, true);
			}
			place.flush();
		} catch (StorageException | IOException e) {
			ILog.of(Archives.class).warn(Messages.Archives_notKept, e);
		}
	}

	private static ISecurePreferences place(String address) throws IOException {
		ISecurePreferences root = SecurePreferencesFactory.getDefault();
		if (root == null) {
			throw new IOException("there is no secure storage"); //$NON-NLS-1$
		}
		return root.node(SECURE + EncodingUtils.encodeSlashes(address));
	}

	@Override
	public Optional<String> authorization(URI archive) {
		String known = told.computeIfAbsent(archive.toString(), Archives::read);
		return known.isEmpty() ? Optional.empty() : Optional.of(known);
	}

	@Override
	public List<Proxy> proxies(URI address) {
		return proxies.select(address);
	}

	private static String read(String address) {
		try {
			return place(address).get(AUTHORIZATION, ""); //$NON-NLS-1$
		} catch (StorageException | IOException e) {
			ILog.of(Archives.class).warn(Messages.Archives_notRead, e);
			return ""; //$NON-NLS-1$
		}
	}
}
