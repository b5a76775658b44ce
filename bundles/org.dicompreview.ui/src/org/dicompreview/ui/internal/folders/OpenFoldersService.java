package org.dicompreview.ui.internal.folders;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.logging.LogBridge;
import org.dicompreview.ui.internal.order.OrderMemory;
import org.dicompreview.ui.internal.settings.CacheBudget;
import org.dicompreview.ui.internal.settings.FileLimits;
import org.dicompreview.ui.internal.settings.ProviderChoice;
import org.dicompreview.ui.internal.thumbnails.ThumbnailIndex;
import org.dicompreview.ui.spi.FolderWatch;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.prefs.Preferences;

/**
 * One catalog, one scan a root. Comes to life, and opens what was remembered, when the first view asks for it, and brings
 * the settings to life that views and scans go by.
 */
@Component(service = { OpenFolders.class, ScannedFolders.class })
public final class OpenFoldersService implements ScannedFolders {

	/** Preference node of the remembered roots, in the instance scope. */
	static final String NODE = "org.dicompreview.ui/openFolders"; //$NON-NLS-1$

	/** Child node of what was opened before. */
	private static final String RECENT = "recent"; //$NON-NLS-1$
	private static final String THUMBNAILS = "thumbnails"; //$NON-NLS-1$

	/** Family of the jobs that close folders by another name. */
	static final Object CLOSING = ClosingJob.class;

	private final SeriesModel model;
	private final Catalog catalog;
	private final RootsMemory memory;
	private final RecentFolders recent;
	private final RememberedHeaders remembered;
	private final ThumbnailIndex thumbnails;
	private final Job save;
	private final Map<FolderWatch, FolderWatch.Watch> watches = new ConcurrentHashMap<>();
	/** Guarded by this; nothing is told while that is held. */
	private final Map<InstanceLocation, OpenedFolder> folders = new LinkedHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final AtomicReference<InstanceLocation> lastOpened = new AtomicReference<>();
	private final Runnable changed = this::fireChanged;

	/**
	 * Called by DS.
	 *
	 * @param providers in effect from now on
	 * @param budget    in effect from now on
	 * @param orders    in effect from now on
	 * @param limits    in effect from now on
	 * @param log       in effect from now on
	 */
	@Activate
	public OpenFoldersService(@Reference SeriesModel model, @Reference ProviderChoice providers,
			@Reference CacheBudget budget, @Reference OrderMemory orders, @Reference FileLimits limits, @Reference LogBridge log) {
		this(model, InstanceScope.INSTANCE.getNode(NODE), OpenFoldersService::indexFolder);
	}

	OpenFoldersService(SeriesModel model, Preferences node, RememberedHeaders.Place indexFolder) {
		this.model = model;
		remembered = new RememberedHeaders(model, indexFolder);
		thumbnails = new ThumbnailIndex(() -> remembered.folder(THUMBNAILS), ThumbnailIndex.LIMIT);
		catalog = model.newCatalog();
		catalog.addListener(changed);
		memory = new RootsMemory(node, model::locate);
		recent = new RecentFolders(node.node(RECENT));
		save = Job.createSystem(Messages.OpenFoldersService_remember, (ICoreRunnable) monitor -> memory.save(rememberedRoots()));
		memory.load().forEach(root -> scan(root, true));
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addWatch(FolderWatch watch) {
		watches.put(watch, watch.watch(this::roots, this::update));
	}

	void removeWatch(FolderWatch watch) {
		watches.remove(watch).close();
	}

	private static Path indexFolder() throws IOException {
		File folder = FrameworkUtil.getBundle(OpenFoldersService.class).getBundleContext().getDataFile("index"); //$NON-NLS-1$
		if (folder == null) {
			throw new IOException("the configuration area of this installation cannot be written to"); //$NON-NLS-1$
		}
		return folder.toPath();
	}

	@Deactivate
	void deactivate() {
		catalog.removeListener(changed);
		opened().forEach(folder -> folder.scan().cancel());
		remembered.close();
	}

	@Override
	public Catalog catalog() {
		return catalog;
	}

	@Override
	public List<OpenFolder> folders() {
		return List.copyOf(opened());
	}

	private synchronized List<OpenedFolder> opened() {
		return List.copyOf(folders.values());
	}

	private synchronized Optional<OpenedFolder> folder(InstanceLocation root) {
		return Optional.ofNullable(folders.get(root));
	}

	@Override
	public synchronized List<Path> roots() {
		return folders.keySet().stream().flatMap(root -> FileLocation.path(root).stream()).toList();
	}

	private List<InstanceLocation> rememberedRoots() {
		return opened().stream().filter(OpenFolder::isRemembered).map(OpenFolder::root).toList();
	}

	@Override
	public OpenFolder open(Path root) {
		Path path = absolute(root);
		recent.add(path);
		return open(FileLocation.unseen(path));
	}

	@Override
	public OpenFolder open(InstanceLocation root) {
		lastOpened.set(root);
		OpenFolder folder = scan(root, true);
		save.schedule();
		fireChanged();
		return folder;
	}

	@Override
	public OpenFolder openTemporarily(Path root) {
		OpenFolder folder = scan(FileLocation.unseen(absolute(root)), false);
		fireChanged();
		return folder;
	}

	private static Path absolute(Path root) {
		return root.toAbsolutePath().normalize();
	}

	private OpenedFolder scan(InstanceLocation root, boolean remember) {
		OpenedFolder folder;
		synchronized (this) {
			folder = folders.computeIfAbsent(root, path -> new OpenedFolder(path,
					new ScanJob(path, model, catalog, remembered, changed), catalog, this));
			if (remember) {
				folder.remember();
			}
		}
		folder.scan().start(false);
		return folder;
	}

	@Override
	public void close(Path root) {
		folder(FileLocation.unseen(absolute(root))).ifPresentOrElse(this::close, () -> new ClosingJob(root, opened()).schedule());
	}

	/** Closes what lies at a path under another name, of the folders that are open now. */
	private final class ClosingJob extends Job {

		private final Path root;
		private final List<OpenedFolder> candidates;

		ClosingJob(Path root, List<OpenedFolder> candidates) {
			super(Messages.OpenFoldersService_close);
			this.root = root;
			this.candidates = candidates;
			setSystem(true);
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			Path real = RealPath.of(root);
			candidates.stream().filter(folder -> isAt(folder, real, root))
					.forEach(OpenFoldersService.this::close);
			return Status.OK_STATUS;
		}

		private static boolean isAt(OpenedFolder folder, Path real, Path root) {
			return folder.scan().realPath().filter(real::equals).isPresent()
					|| FileLocation.path(folder.root()).filter(path -> RealPath.isSame(path, root)).isPresent();
		}

		@Override
		public boolean belongsTo(Object family) {
			return family == CLOSING;
		}
	}

	/** Closes a folder that was opened here, unless that has happened. */
	void close(OpenedFolder folder) {
		synchronized (this) {
			if (!folders.remove(folder.root(), folder)) {
				return;
			}
		}
		takeOpened(folder.root());
		folder.scan().close();
		catalog.remove(folder.root());
		save.schedule();
		fireChanged();
	}

	@Override
	public List<FolderState> states() {
		return opened().stream().map(OpenFolder::state).toList();
	}

	@Override
	public List<FileProblem> problems(InstanceLocation root) {
		return folder(root).map(folder -> folder.scan().problems()).orElse(List.of());
	}

	@Override
	public String relativeName(InstanceLocation root, InstanceLocation location) {
		return model.relativeName(root, location);
	}

	@Override
	public void refresh(InstanceLocation root) {
		folder(root).ifPresent(OpenFolder::refresh);
	}

	@Override
	public void update(Path root) {
		folder(FileLocation.unseen(root)).ifPresent(folder -> folder.scan().start(false));
	}

	@Override
	public void stop(InstanceLocation root) {
		folder(root).ifPresent(OpenFolder::stop);
	}

	@Override
	public long indexSize() {
		return remembered.size() + thumbnails.size();
	}

	@Override
	public void clearIndex() {
		remembered.clear();
		thumbnails.clear();
	}

	@Override
	public ThumbnailIndex thumbnails() {
		return thumbnails;
	}

	@Override
	public RecentFolders recent() {
		return recent;
	}

	@Override
	public Optional<InstanceLocation> lastOpened() {
		return Optional.ofNullable(lastOpened.get());
	}

	@Override
	public boolean takeOpened(InstanceLocation root) {
		InstanceLocation last = lastOpened.get();
		return root.equals(last) && lastOpened.compareAndSet(last, null);
	}

	@Override
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void fireChanged() {
		listeners.forEach(Runnable::run);
	}
}
