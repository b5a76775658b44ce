package org.dicompreview.series.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.GroupingRule;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.OrderingRule;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.internal.catalog.CatalogImpl;
import org.dicompreview.series.internal.grouping.CineGrouping;
import org.dicompreview.series.internal.grouping.SegmentGrouping;
import org.dicompreview.series.internal.grouping.SlideGrouping;
import org.dicompreview.series.internal.grouping.StillGrouping;
import org.dicompreview.series.internal.grouping.VolumeGrouping;
import org.dicompreview.series.internal.index.StoredIndex;
import org.dicompreview.series.internal.ordering.CineOrdering;
import org.dicompreview.series.internal.ordering.IndexOrdering;
import org.dicompreview.series.internal.ordering.InstanceOrdering;
import org.dicompreview.series.internal.ordering.LineOrdering;
import org.dicompreview.series.internal.ordering.SpatialOrdering;
import org.dicompreview.series.internal.ordering.TileOrdering;
import org.dicompreview.series.internal.ordering.ViewOrdering;
import org.dicompreview.series.internal.scan.Archives;
import org.dicompreview.series.internal.scan.Scan;
import org.dicompreview.series.internal.stack.StackBuilder;

/** The model: readers and rules come as services, the best ranked first. */
@Component(service = SeriesModel.class)
public final class DefaultSeriesModel implements SeriesModel {

	private static final String RANKING = "service.ranking"; //$NON-NLS-1$
	private static final String ID = "service.id"; //$NON-NLS-1$
	private static final int THREADS = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

	private final Supplier<List<DicomReader>> readers;
	private final StackBuilder stackBuilder;
	private final Archives archives = new Archives();
	private final int threads;
	private volatile StoredIndex index;

	/** Services with their properties, in any order. */
	@Activate
	public DefaultSeriesModel(
			@Reference DicomReaders readers,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) //
			List<Map.Entry<Map<String, Object>, GroupingRule>> groupingRules,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) //
			List<Map.Entry<Map<String, Object>, OrderingRule>> orderingRules) {
		this(readers::readers, ranked(groupingRules), ranked(orderingRules), THREADS);
	}

	private DefaultSeriesModel(Supplier<List<DicomReader>> readers, List<GroupingRule> groupingRules,
			List<OrderingRule> orderingRules, int threads) {
		this.readers = readers;
		this.stackBuilder = new StackBuilder(groupingRules, orderingRules);
		this.threads = threads;
	}

	/** {@return a model with the shipped rules, outside OSGi} */
	public static DefaultSeriesModel plain(List<DicomReader> readers) {
		return plain(readers, THREADS);
	}

	/** {@return a model with the shipped rules that scans with so many threads} */
	public static DefaultSeriesModel plain(List<DicomReader> readers, int threads) {
		List<DicomReader> fixed = List.copyOf(readers);
		return new DefaultSeriesModel(() -> fixed,
				List.of(new SlideGrouping(), new SegmentGrouping(), new CineGrouping(), new VolumeGrouping(),
						new StillGrouping()),
				List.of(new TileOrdering(), new SpatialOrdering(), new LineOrdering(), new IndexOrdering(),
						new ViewOrdering(), new CineOrdering(), new InstanceOrdering()),
				threads);
	}

	/** {@return the services, the highest ranking first, among equals the oldest first} */
	static <T> List<T> ranked(List<Map.Entry<Map<String, Object>, T>> services) {
		Comparator<Map.Entry<Map<String, Object>, T>> byRanking = Comparator
				.comparingLong(entry -> entry.getKey().get(RANKING) instanceof Integer ranking ? -(long) ranking : 0);
		return services.stream()
				.sorted(byRanking.thenComparingLong(
						entry -> entry.getKey().get(ID) instanceof Long id ? id : Long.MAX_VALUE))
				.map(Map.Entry::getValue).toList();
	}

	@Override
	public Catalog newCatalog() {
		return new CatalogImpl(stackBuilder);
	}

	@Override
	public void scan(Path root, ReadLimits limits, ScanListener listener) throws IOException {
		scan(root, limits, listener, false);
	}

	private void scan(Path root, ReadLimits limits, ScanListener listener, boolean anew) throws IOException {
		StoredIndex remembered = index;
		List<DicomReader> now = readers.get();
		boolean usable = remembered != null && remembered.isUsable() && !now.isEmpty()
				&& remembered.holdsHeadersOf(now.get(0));
		Optional<StoredIndex> memory = usable ? Optional.of(remembered) : Optional.empty();
		new Scan(new Scan.Setup(now, archives, memory, anew, threads), limits, listener).run(root);
	}

	@Override
	public void refresh(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) throws IOException {
		StoredIndex remembered = index;
		if (remembered != null) {
			catalog.add(root, remembered.recall(root));
		}
		Refresh.run(this::scan, catalog, root, limits, listener);
	}

	@Override
	public void reread(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) throws IOException {
		Refresh.run((from, bounds, heard) -> scan(from, bounds, heard, true), catalog, root, limits, listener);
	}

	@Override
	public HeaderIndex openIndex(Path folder) throws IOException {
		List<DicomReader> now = readers.get();
		if (now.isEmpty()) {
			throw new IOException("there is no reader whose headers could be remembered"); //$NON-NLS-1$
		}
		closeIndex();
		StoredIndex opened = StoredIndex.open(folder, now.get(0));
		index = opened;
		return opened;
	}

	@Deactivate
	void closeIndex() throws IOException {
		StoredIndex open = index;
		index = null;
		if (open != null) {
			open.close();
		}
	}

	@Override
	public String relativeName(Path root, Path file) {
		if (file.getFileSystem() != root.getFileSystem()) {
			return archives.archive(file.getFileSystem()).map(archive -> inArchive(root, archive, file))
					.orElseGet(file::toString);
		}
		if (file.equals(root)) {
			return name(file);
		}
		Path folder = file.startsWith(root) ? root : root.getParent(); // of a DICOMDIR
		return folder != null && file.startsWith(folder) ? slashes(folder.relativize(file)) : file.toString();
	}

	private String inArchive(Path root, Path archive, Path entry) {
		String inside = slashes(entry.getRoot().relativize(entry));
		return archive.equals(root) ? inside : relativeName(root, archive) + '/' + inside;
	}

	private static String name(Path file) {
		Path name = file.getFileName();
		return name == null ? file.toString() : name.toString();
	}

	private static String slashes(Path path) {
		return path.toString().replace(path.getFileSystem().getSeparator(), "/"); //$NON-NLS-1$
	}
}
