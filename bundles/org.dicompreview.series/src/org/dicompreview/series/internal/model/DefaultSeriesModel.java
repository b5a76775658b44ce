package org.dicompreview.series.internal.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.TemporaryFiles;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ChangeListener;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.OrderingChoices;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.internal.archive.ArchiveSource;
import org.dicompreview.series.internal.catalog.CatalogImpl;
import org.dicompreview.series.internal.grouping.CineGrouping;
import org.dicompreview.series.internal.grouping.SegmentGrouping;
import org.dicompreview.series.internal.grouping.SlideGrouping;
import org.dicompreview.series.internal.grouping.StillGrouping;
import org.dicompreview.series.internal.grouping.VolumeGrouping;
import org.dicompreview.series.internal.index.StoredIndex;
import org.dicompreview.series.internal.live.LiveFolders;
import org.dicompreview.series.internal.ordering.AcquisitionTimeOrdering;
import org.dicompreview.series.internal.ordering.ContentTimeOrdering;
import org.dicompreview.series.internal.ordering.FileNameOrdering;
import org.dicompreview.series.internal.ordering.InstanceNumberOrdering;
import org.dicompreview.series.internal.ordering.SliceLocationOrdering;
import org.dicompreview.series.internal.ordering.CineOrdering;
import org.dicompreview.series.internal.ordering.IndexOrdering;
import org.dicompreview.series.internal.ordering.InstanceOrdering;
import org.dicompreview.series.internal.ordering.LineOrdering;
import org.dicompreview.series.internal.ordering.SpatialOrdering;
import org.dicompreview.series.internal.ordering.TileOrdering;
import org.dicompreview.series.internal.ordering.ViewOrdering;
import org.dicompreview.series.internal.scan.FileOutcomes;
import org.dicompreview.series.internal.scan.Scan;
import org.dicompreview.series.internal.stack.StackBuilder;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.GroupingRule;
import org.dicompreview.series.spi.OrderingRule;
import org.dicompreview.series.spi.RootProvider;
import org.dicompreview.series.spi.RootSource;
import org.dicompreview.series.spi.Source;

/**
 * The model: readers, rules and dimensions come as services, the best ranked first. They may come and go while catalogs are
 * in use; what these hold is arranged anew then.
 */
@Component(service = SeriesModel.class)
public final class DefaultSeriesModel implements SeriesModel {

	static final int THREADS = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

	private final DicomReaders readers;
	private final RankedRules<GroupingRule> groupingRules = new RankedRules<>();
	private final RankedRules<OrderingRule> orderingRules = new RankedRules<>();
	private final RankedRules<Source> sources = new RankedRules<>();
	private final RankedRules<RootProvider> rootProviders = new RankedRules<>();
	private final RankedRules<Dimension> dimensions = new RankedRules<>();
	/** Those that somebody still uses; guarded by itself. */
	private final Set<CatalogImpl> catalogs = Collections.newSetFromMap(new WeakHashMap<>());
	private final OrderingChoices choices = new OrderingChoices();
	private final StackBuilder stackBuilder;
	private final LiveFolders live = new LiveFolders();
	private final AtomicBoolean swept = new AtomicBoolean();
	private final int threads;
	private volatile StoredIndex index;

	/** Called by DS; the rules follow. */
	@Activate
	public DefaultSeriesModel(@Reference DicomReaders readers) {
		this(readers, THREADS);
	}

	private DefaultSeriesModel(DicomReaders readers, int threads) {
		this.readers = readers;
		this.stackBuilder = new StackBuilder(groupingRules::list, orderingRules::list, dimensions::list, choices);
		this.threads = threads;
		choices.addListener(this::orderChanged);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addGroupingRule(GroupingRule rule, Map<String, Object> properties) {
		groupingRules.add(rule, properties);
		rulesChanged();
	}

	void removeGroupingRule(GroupingRule rule) {
		groupingRules.remove(rule);
		rulesChanged();
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addSource(Source source, Map<String, Object> properties) {
		sources.add(source, properties);
	}

	void removeSource(Source source) {
		sources.remove(source);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addRootProvider(RootProvider provider, Map<String, Object> properties) {
		rootProviders.add(provider, properties);
	}

	void removeRootProvider(RootProvider provider) {
		rootProviders.remove(provider);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addOrderingRule(OrderingRule rule, Map<String, Object> properties) {
		orderingRules.add(rule, properties);
		rulesChanged();
	}

	void removeOrderingRule(OrderingRule rule) {
		orderingRules.remove(rule);
		rulesChanged();
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addDimension(Dimension dimension, Map<String, Object> properties) {
		dimensions.add(dimension, properties);
		rulesChanged();
	}

	void removeDimension(Dimension dimension) {
		dimensions.remove(dimension);
		rulesChanged();
	}

	/** Has all catalogs arranged anew. */
	private void rulesChanged() {
		inUse().forEach(CatalogImpl::rulesChanged);
	}

	private void orderChanged(String seriesUid) {
		inUse().forEach(catalog -> catalog.orderChanged(seriesUid));
	}

	private List<CatalogImpl> inUse() {
		synchronized (catalogs) {
			return List.copyOf(catalogs);
		}
	}

	@Override
	public OrderingChoices orderingChoices() {
		return choices;
	}

	/** {@return a model with the shipped rules that scans with so many threads} */
	public static DefaultSeriesModel standalone(DicomReaders readers, int threads) {
		DefaultSeriesModel model = new DefaultSeriesModel(readers, threads);
		model.addShippedRules();
		return model;
	}

	private void addShippedRules() {
		addSource(new ArchiveSource(), Map.of());
		List.of(new SlideGrouping(), new SegmentGrouping(), new CineGrouping(), new VolumeGrouping(), new StillGrouping())
				.forEach(rule -> addGroupingRule(rule, Map.of()));
		List.of(new TileOrdering(), new SpatialOrdering(), new LineOrdering(), new IndexOrdering(), new ViewOrdering(),
				new CineOrdering(), new InstanceOrdering(), new InstanceNumberOrdering(), new SliceLocationOrdering(),
				new AcquisitionTimeOrdering(), new ContentTimeOrdering(), new FileNameOrdering())
				.forEach(rule -> addOrderingRule(rule, Map.of()));
	}

	@Override
	public Catalog newCatalog() {
		CatalogImpl catalog = new CatalogImpl(stackBuilder);
		synchronized (catalogs) {
			catalogs.add(catalog);
		}
		return catalog;
	}

	@Override
	public ReadLimits limits() {
		return readers.limits();
	}

	@Override
	public void scan(Path root, ReadLimits limits, ScanListener listener) throws IOException {
		scan(root, limits, listener, false);
	}

	private void scan(Path root, ReadLimits limits, ScanListener listener, boolean anew) throws IOException {
		if (!swept.getAndSet(true)) {
			TemporaryFiles.sweep();
		}
		StoredIndex remembered = index;
		DicomReaders now = readers.snapshot();
		boolean usable = remembered != null && remembered.isUsable() && remembered.holdsHeadersOf(now);
		Optional<StoredIndex> memory = usable ? Optional.of(remembered) : Optional.empty();
		new Scan(new Scan.Setup(now, sources.list(), memory, anew, threads), limits, listener).run(root);
	}

	@Override
	public void refresh(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) throws IOException {
		StoredIndex remembered = index;
		if (remembered != null) {
			catalog.add(root, remembered.recall(root));
		}
		CatalogUpdate.run(this::scan, catalog, FileLocation.unseen(root), limits, listener);
	}

	@Override
	public void scan(InstanceLocation root, ReadLimits limits, ScanListener listener) throws IOException {
		if (root.source() instanceof RootSource source) {
			new ListedRoot(source, root, readers.snapshot(), limits, listener).scan();
		} else if (FileLocation.path(root).isPresent()) {
			scan(FileLocation.require(root), limits, listener);
		} else {
			new Scan(new Scan.Setup(readers.snapshot(), sources.list(), Optional.empty(), false, threads), limits, listener).run(root);
		}
	}

	@Override
	public void refresh(Catalog catalog, InstanceLocation root, ReadLimits limits, ScanListener listener) throws IOException {
		if (root.source() instanceof RootSource source) {
			new ListedRoot(source, root, readers.snapshot(), limits, listener).refresh(catalog);
		} else if (FileLocation.path(root).isPresent()) {
			refresh(catalog, FileLocation.require(root), limits, listener);
		} else {
			CatalogUpdate.run(this::scan, catalog, root, limits, listener);
		}
	}

	@Override
	public Optional<InstanceLocation> locate(String address) {
		return rootProviders.list().stream().flatMap(provider -> provider.locate(address).stream()).findFirst();
	}

	@Override
	public void reread(Catalog catalog, Path root, ReadLimits limits, ScanListener listener) throws IOException {
		CatalogUpdate.run((from, bounds, heard) -> scan(root, bounds, heard, true), catalog, FileLocation.unseen(root), limits,
				listener);
	}

	@Override
	public Closeable watch(Catalog catalog, Path root, Supplier<ReadLimits> limits, ChangeListener listener) {
		return live.watch(root, catalog, new FileOutcomes(readers::snapshot, sources::list, limits), listener);
	}

	@Override
	public HeaderIndex openIndex(Path folder) throws IOException {
		DicomReaders now = readers.snapshot();
		if (now.names().isEmpty()) {
			throw new IOException("there is no reader whose headers could be remembered"); //$NON-NLS-1$
		}
		closeIndex();
		StoredIndex opened = StoredIndex.open(folder, now);
		index = opened;
		return opened;
	}

	@Deactivate
	void deactivate() throws IOException {
		live.close();
		synchronized (catalogs) {
			catalogs.clear(); // rules go with the model, which is no news
		}
		closeIndex();
	}

	private void closeIndex() throws IOException {
		StoredIndex open = index;
		index = null;
		if (open != null) {
			open.close();
		}
	}

	@Override
	public String relativeName(Path root, InstanceLocation location) {
		return FileLocation.path(location).map(file -> relativeName(root, file)).orElseGet(() -> location.container()
				.map(archive -> inContainer(root, archive, location.key())).orElseGet(location::key));
	}

	@Override
	public String relativeName(InstanceLocation root, InstanceLocation location) {
		Optional<Path> path = FileLocation.path(root);
		if (path.isPresent()) {
			return relativeName(path.get(), location);
		}
		Optional<InstanceLocation> archive = location.container();
		if (archive.isPresent()) {
			return archive.get().equals(root) ? location.key() : relativeName(root, archive.get()) + '/' + location.key();
		}
		String prefix = root.key() + '/';
		return location.source().equals(root.source()) && location.key().startsWith(prefix) ? location.key().substring(prefix.length())
				: location.key();
	}

	/** {@return how what lies in an archive that a source looks into is called} */
	private String inContainer(Path root, InstanceLocation archive, String key) {
		boolean isRoot = FileLocation.path(archive).filter(root::equals).isPresent();
		return isRoot ? key : relativeName(root, archive) + '/' + key;
	}

	private static String relativeName(Path root, Path file) {
		if (file.getFileSystem() != root.getFileSystem()) {
			return file.toString();
		}
		if (file.equals(root)) {
			return name(file);
		}
		Path folder = file.startsWith(root) ? root : root.getParent(); // of a DICOMDIR
		return folder != null && file.startsWith(folder) ? slashes(folder.relativize(file)) : file.toString();
	}

	private static String name(Path file) {
		Path name = file.getFileName();
		return name == null ? file.toString() : name.toString();
	}

	private static String slashes(Path path) {
		return path.toString().replace(path.getFileSystem().getSeparator(), "/"); //$NON-NLS-1$
	}
}
