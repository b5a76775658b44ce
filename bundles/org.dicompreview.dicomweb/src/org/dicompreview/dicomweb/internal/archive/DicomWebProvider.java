package org.dicompreview.dicomweb.internal.archive;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicomweb.internal.http.Access;
import org.dicompreview.dicomweb.internal.http.WebClient;
import org.dicompreview.series.spi.ArchiveAccess;
import org.dicompreview.series.spi.ArchiveProvider;
import org.dicompreview.series.spi.RootProvider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Makes roots of addresses of DICOMweb archives. What is fetched is kept in the private area of this bundle. */
@Component(service = { RootProvider.class, ArchiveProvider.class })
public final class DicomWebProvider implements ArchiveProvider {

	private static final System.Logger LOG = System.getLogger(DicomWebProvider.class.getName());
	/** What is known where nobody knows more. */
	private static final ArchiveAccess SYSTEM = archive -> Optional.empty();
	/** Bytes that are kept on disk. */
	private static final long BUDGET = 2L << 30;

	private final Optional<File> folder;
	/** Guarded by this. */
	private final Map<URI, Opened> sources = new HashMap<>();
	private DiskCache cache;
	private volatile ArchiveAccess access;

	private record Opened(DicomWebSource source, Optional<String> authorization) {
	}

	/** Called by DS. */
	@Activate
	public DicomWebProvider(BundleContext context) {
		this(Optional.ofNullable(context.getDataFile("cache"))); //$NON-NLS-1$
	}

	/** @param folder where to keep what is fetched; absent for a temporary one */
	DicomWebProvider(Optional<File> folder) {
		this.folder = folder;
	}

	@Override
	public Optional<InstanceLocation> locate(String text) {
		return Address.parse(text).map(address -> source(address).location(address.key()));
	}

	@Override
	public void check(URI archive) {
		Address.parse(Address.SCHEME + archive);
	}

	@Override
	public InstanceLocation search(URI archive, Map<Integer, String> criteria) {
		StringBuilder query = new StringBuilder();
		new TreeMap<>(criteria).forEach((tag, value) -> {
			if (!value.isBlank()) {
				query.append(query.length() == 0 ? '?' : '&').append(String.format(Locale.ROOT, "%08X", tag)).append('=') //$NON-NLS-1$
						.append(Address.encoded(value.strip()));
			}
		});
		String base = archive.toString().replaceAll("/+$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return locate(Address.SCHEME + base + "/studies" + query).orElseThrow(); //$NON-NLS-1$
	}

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
	void setAccess(ArchiveAccess service) {
		access = service;
	}

	void unsetAccess(ArchiveAccess service) {
		if (access == service) {
			access = null;
		}
	}

	/** {@return what an archive is told: what its address had, or what is known of it} */
	private Optional<String> authorization(Address address) {
		ArchiveAccess known = access;
		return address.authorization().or(() -> known == null ? Optional.empty() : known.authorization(address.base()));
	}

	private synchronized DicomWebSource source(Address address) {
		Opened known = sources.get(address.base());
		if (known != null && (address.authorization().isEmpty() || address.authorization().equals(known.authorization()))) {
			return known.source();
		}
		if (known != null) {
			known.source().close(); // other credentials
		}
		Access access = new Access(address.base(), () -> authorization(address), new Proxies());
		DicomWebSource source = new DicomWebSource(access, new WebClient(access, WebClient.SILENCE), cache());
		sources.put(address.base(), new Opened(source, address.authorization()));
		return source;
	}

	/** The proxies that somebody knows of, those of the system where nobody does. */
	private final class Proxies extends ProxySelector {

		@Override
		public List<Proxy> select(URI address) {
			ArchiveAccess known = access;
			return known == null ? SYSTEM.proxies(address) : known.proxies(address);
		}

		@Override
		public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
			LOG.log(System.Logger.Level.WARNING, address.getHost() + " by " + proxy, failure); //$NON-NLS-1$
		}
	}

	private DiskCache cache() {
		if (cache == null) {
			try {
				cache = folder.isPresent() ? new DiskCache(folder.get().toPath(), BUDGET, false)
						: new DiskCache(Files.createTempDirectory("dicomweb"), BUDGET, true); //$NON-NLS-1$
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return cache;
	}

	/** Ends all requests. */
	@Deactivate
	synchronized void deactivate() throws IOException {
		sources.values().forEach(opened -> opened.source().close());
		sources.clear();
		if (cache != null) {
			cache.close();
			cache = null;
		}
	}
}
