package org.dicompreview.ui.internal.folders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesModel;

/** Finds in each root what a test says; all else is as in the real model. */
public final class ScriptedModel implements SeriesModel {

	/** One scan of a root. */
	public interface Script {

		void run(ScanListener listener) throws IOException;
	}

	private final SeriesModel real = SeriesModel.create(List.of());
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
	public Catalog newCatalog() {
		return real.newCatalog();
	}

	@Override
	public void scan(Path root, ReadLimits limits, ScanListener listener) throws IOException {
		scans.incrementAndGet();
		scripts.getOrDefault(root, nothing -> { }).run(listener);
	}

	@Override
	public void refresh(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) {
		throw new UnsupportedOperationException("the views scan"); //$NON-NLS-1$
	}

	@Override
	public HeaderIndex openIndex(Path folder) throws IOException {
		throw new IOException("no index in this test"); //$NON-NLS-1$
	}

	@Override
	public String relativeName(Path root, Path file) {
		return real.relativeName(root, file);
	}
}
