package org.dicompreview.ui.internal.folders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.OrderingChoices;
import org.dicompreview.series.SeriesModel;

/** Finds in each root what a test says; all else is as in the real model. */
public final class ScriptedModel implements SeriesModel {

	/** One scan of a root. */
	public interface Script {

		void run(ScanListener listener) throws IOException;
	}

	private final SeriesModel real = SeriesModel.standalone(DicomReaders.standalone());
	private final Map<Path, Script> scripts = new ConcurrentHashMap<>();
	private final AtomicInteger scans = new AtomicInteger();

	/** Says what the next scan of a root meets. */
	public void script(Path root, Script script) {
		scripts.put(root, script);
	}

	/** How many scans have begun. */
	public int scans() {
		return scans.get();
	}

	@Override
	public ReadLimits limits() {
		return real.limits();
	}

	@Override
	public Catalog newCatalog() {
		return real.newCatalog();
	}

	@Override
	public OrderingChoices orderingChoices() {
		return real.orderingChoices();
	}

	@Override
	public void scan(Path root, ReadLimits limits, ScanListener listener) throws IOException {
		scans.incrementAndGet();
		scripts.getOrDefault(root, nothing -> {}).run(listener);
	}

	@Override
	public void refresh(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) throws IOException {
		Set<InstanceLocation> seen = new HashSet<>();
		scan(root, limits, new Relay(listener) {
			@Override
			public void found(List<InstanceHeader> instances) {
				instances.forEach(header -> seen.add(header.location()));
				catalog.add(root, instances);
				super.found(instances);
			}
		});
		if (!listener.cancelled()) {
			List<InstanceLocation> gone = new ArrayList<>(catalog.instances(root).stream().map(InstanceHeader::location).toList());
			gone.removeAll(seen);
			catalog.remove(root, gone);
		}
	}

	@Override
	public HeaderIndex openIndex(Path folder) throws IOException {
		throw new IOException("no index in this test"); //$NON-NLS-1$
	}

	@Override
	public String relativeName(Path root, InstanceLocation location) {
		return real.relativeName(root, location);
	}

	/** Passes everything on. */
	private static class Relay implements ScanListener {

		private final ScanListener listener;

		Relay(ScanListener listener) {
			this.listener = listener;
		}

		@Override
		public void found(List<InstanceHeader> instances) {
			listener.found(instances);
		}

		@Override
		public void broken(InstanceLocation path, Problem problem) {
			listener.broken(path, problem);
		}

		@Override
		public void missing(InstanceLocation path, Problem problem) {
			listener.missing(path, problem);
		}

		@Override
		public void foreign(InstanceLocation path) {
			listener.foreign(path);
		}

		@Override
		public void progress(int done, int known) {
			listener.progress(done, known);
		}

		@Override
		public boolean cancelled() {
			return listener.cancelled();
		}
	}
}
