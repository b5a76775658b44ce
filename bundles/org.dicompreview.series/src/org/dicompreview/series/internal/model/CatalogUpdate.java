package org.dicompreview.series.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesModel;

/** Puts into a catalog what a scan finds, and takes out what it does not find any more. */
public final class CatalogUpdate implements ScanListener {

	private final Catalog catalog;
	private final InstanceLocation root;
	private final ScanListener listener;
	private final Set<InstanceLocation> noInstances = new HashSet<>();
	private final Set<InstanceLocation> seen = new HashSet<>();
	private volatile boolean cancelled;

	private CatalogUpdate(Catalog catalog, InstanceLocation root, ScanListener listener) {
		this.catalog = catalog;
		this.root = root;
		this.listener = listener;
	}

	/** How to scan. */
	public interface Scanning {

		/** As {@link SeriesModel#scan(InstanceLocation, ReadLimits, ScanListener)} does. */
		void scan(InstanceLocation root, ReadLimits limits, ScanListener listener) throws IOException;
	}

	/** Scans into a catalog, as {@link SeriesModel#refresh} says. */
	public static void run(Scanning scanning, Catalog catalog, InstanceLocation root, ReadLimits limits, ScanListener listener)
			throws IOException {
		CatalogUpdate update = new CatalogUpdate(catalog, root, listener);
		scanning.scan(root, limits, update);
		update.removeGone();
	}

	/** After a scan that has seen everything. */
	private void removeGone() {
		if (cancelled()) {
			return;
		}
		List<InstanceLocation> gone = catalog.instances(root).stream().map(InstanceHeader::location)
				.filter(location -> !seen.contains(location) && isGone(location)).toList();
		if (!gone.isEmpty()) {
			catalog.remove(root, gone);
		}
	}

	/** What came after its folder was listed is there all the same, if somebody else has added it. */
	private boolean isGone(InstanceLocation location) {
		return noInstances.contains(location) || location.isInArchive() || FileLocation.path(location).filter(Files::exists).isEmpty();
	}

	@Override
	public void found(List<InstanceHeader> instances) {
		instances.forEach(header -> seen.add(header.location()));
		catalog.add(root, instances);
		listener.found(instances);
	}

	@Override
	public void broken(InstanceLocation location, Problem problem) {
		noInstances.add(location);
		listener.broken(location, problem);
	}

	@Override
	public void missing(InstanceLocation location, Problem problem) {
		listener.missing(location, problem);
	}

	@Override
	public void foreign(InstanceLocation location) {
		noInstances.add(location);
		listener.foreign(location);
	}

	@Override
	public void mediaDirectory(InstanceLocation location) {
		listener.mediaDirectory(location);
	}

	@Override
	public void progress(int done, int known) {
		listener.progress(done, known);
	}

	@Override
	public boolean cancelled() {
		cancelled |= listener.cancelled() || Thread.currentThread().isInterrupted();
		return cancelled;
	}
}
