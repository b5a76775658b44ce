package org.dicompreview.series.internal.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ListedSeries;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.spi.RootSource;

/**
 * One look at a root that lists its series.
 *
 * @param source   of the root
 * @param root     the root
 * @param readers  make headers of bytes
 * @param limits   what to believe of them
 * @param listener hears how far this is, and what fails
 */
record ListedRoot(RootSource source, InstanceLocation root, DicomReaders readers, ReadLimits limits, ScanListener listener) {

	/** Lists the series into a catalog, which has them filled when they are looked at; takes out those that are gone. */
	void refresh(Catalog catalog) throws IOException {
		Set<InstanceLocation> seen = new HashSet<>();
		source.list(root, readers, limits, new Listing() {
			@Override
			public void series(List<ListedSeries> batch) {
				batch.forEach(series -> seen.add(series.location()));
				catalog.list(root, batch, series -> source.fill(series, readers, limits));
				listener.listed(batch);
				listener.progress(seen.size(), seen.size());
			}
		});
		if (!listener.cancelled()) {
			List<InstanceLocation> gone = new ArrayList<>(catalog.listed(root));
			gone.removeIf(seen::contains);
			catalog.unlist(root, gone);
		}
	}

	/** Gets all instances. */
	void scan() throws IOException {
		List<ListedSeries> all = new ArrayList<>();
		source.list(root, readers, limits, new Listing() {
			@Override
			public void series(List<ListedSeries> batch) {
				all.addAll(batch);
			}
		});
		for (int i = 0; i < all.size() && !listener.cancelled(); i++) {
			try {
				List<InstanceHeader> headers = source.fill(all.get(i), readers, limits);
				listener.found(headers);
			} catch (IOException e) {
				listener.broken(all.get(i).location(), Problem.of(e));
			}
			listener.progress(i + 1, all.size());
		}
	}

	/** Passes on what both have in common. */
	private abstract class Listing implements RootSource.Listing {

		@Override
		public void problem(InstanceLocation location, Problem problem) {
			listener.broken(location, problem);
		}

		@Override
		public boolean cancelled() {
			return listener.cancelled();
		}
	}
}
