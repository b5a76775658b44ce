package org.dicompreview.ui.internal.archives;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.ListedSeries;
import org.dicompreview.series.spi.ArchiveProvider;
import org.dicompreview.series.spi.RootSource;

/** An archive with one series, the files of which lie on the disk after all. */
final class TestArchive implements ArchiveProvider, RootSource {

	static final String SCHEME = "test:"; //$NON-NLS-1$

	private final List<Path> files;
	final List<Map<Integer, String>> searches = Collections.synchronizedList(new ArrayList<>());
	final List<String> filled = Collections.synchronizedList(new ArrayList<>());
	volatile boolean down;

	TestArchive(List<Path> files) {
		this.files = files;
	}

	@Override
	public String id() {
		return SCHEME + "http://archive"; //$NON-NLS-1$
	}

	@Override
	public Optional<InstanceLocation> locate(String address) {
		return address.startsWith(SCHEME) ? Optional.of(InstanceLocation.of(this, "studies", 0, "")) : Optional.empty(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void check(URI archive) {
		if (!"http".equals(archive.getScheme())) { //$NON-NLS-1$
			throw new IllegalArgumentException("no address of an archive"); //$NON-NLS-1$
		}
	}

	@Override
	public InstanceLocation search(URI archive, Map<Integer, String> criteria) {
		searches.add(new TreeMap<>(criteria));
		return InstanceLocation.of(this, "studies", 0, ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public InstanceBytes open(InstanceLocation location) throws IOException {
		throw new IOException("there are no bytes"); //$NON-NLS-1$
	}

	@Override
	public void list(InstanceLocation root, DicomReaders readers, ReadLimits limits, Listing listing) throws IOException {
		if (down) {
			throw new IOException("the archive is down"); //$NON-NLS-1$
		}
		listing.series(List.of(new ListedSeries(InstanceLocation.of(this, "series", 0, ""), //$NON-NLS-1$ //$NON-NLS-2$
				readers.readHeader(files.get(0), limits), files.size())));
	}

	@Override
	public List<InstanceHeader> fill(ListedSeries series, DicomReaders readers, ReadLimits limits) throws IOException {
		filled.add(series.location().key());
		if (down) {
			throw new IOException("the archive is down"); //$NON-NLS-1$
		}
		List<InstanceHeader> headers = new ArrayList<>();
		for (Path file : files) {
			headers.add(readers.readHeader(file, limits));
		}
		return headers;
	}
}
