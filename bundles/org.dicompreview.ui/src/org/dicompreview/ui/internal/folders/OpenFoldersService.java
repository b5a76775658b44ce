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

import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.settings.CacheBudget;
import org.dicompreview.ui.internal.settings.ProviderChoice;
import org.dicompreview.ui.internal.settings.Settings;
import org.dicompreview.ui.spi.FolderWatch;
import org.eclipse.core.runtime.ICoreRunnable;
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

	private final SeriesModel model;
	private final Catalog catalog;
	private final RootsMemory memory;
	private final RememberedHeaders remembered;
	private final Job save;
	private final Map<FolderWatch, FolderWatch.Watch> watches = new ConcurrentHashMap<>();
	private final Map<Path, ScanJob> scans = new LinkedHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final AtomicReference<Path> opened = new AtomicReference<>();
	private final Runnable changed = this::fireChanged;

	/**
	 * Called by DS.
	 *
	 * @param providers in effect from now on
	 * @param budget    in effect from now on
	 */
	@Activate
	public OpenFoldersService(@Reference SeriesModel model, @Reference ProviderChoice providers,
			@Reference CacheBudget budget) {
		this(model, InstanceScope.INSTANCE.getNode(NODE), OpenFoldersService::indexFolder);
	}

	OpenFoldersService(SeriesModel model, Preferences node, RememberedHeaders.Place indexFolder) {
		this.model = model;
		remembered = new RememberedHeaders(model, indexFolder);
		catalog = model.newCatalog();
		catalog.addListener(changed);
		memory = new RootsMemory(node);
		save = Job.createSystem(Messages.OpenFoldersService_remember, (ICoreRunnable) monitor -> memory.save(roots()));
		memory.load().forEach(this::scan);
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
		synchronized (this) {
			scans.values().forEach(Job::cancel);
		}
		remembered.close();
	}

	@Override
	public Catalog catalog() {
		return catalog;
	}

	@Override
	public synchronized List<Path> roots() {
		return List.copyOf(scans.keySet());
	}

	@Override
	public void open(Path root) {
		Path path = root.toAbsolutePath().normalize();
		opened.set(path);
		scan(path);
		save.schedule();
		fireChanged();
	}

	@Override
	public void close(Path root) {
		synchronized (this) {
			ScanJob scan = scans.remove(root);
			if (scan == null) {
				return;
			}
			takeOpened(root);
			scan.close();
			catalog.remove(root);
		}
		save.schedule();
		fireChanged();
	}

	@Override
	public synchronized List<FolderState> states() {
		return scans.values().stream().map(ScanJob::state).toList();
	}

	@Override
	public synchronized List<FileProblem> problems(Path root) {
		ScanJob scan = scans.get(root);
		return scan == null ? List.of() : scan.problems();
	}

	@Override
	public String relativeName(Path root, Path file) {
		return model.relativeName(root, file);
	}

	@Override
	public synchronized void refresh(Path root) {
		start(root, true);
	}

	@Override
	public synchronized void update(Path root) {
		start(root, false);
	}

	private void start(Path root, boolean anew) {
		ScanJob scan = scans.get(root);
		if (scan != null) {
			scan.start(anew);
		}
	}

	@Override
	public synchronized void stop(Path root) {
		ScanJob scan = scans.get(root);
		if (scan != null) {
			scan.cancel();
		}
	}

	@Override
	public long indexSize() {
		return remembered.size();
	}

	@Override
	public void clearIndex() {
		remembered.clear();
	}

	@Override
	public Optional<Path> opened() {
		return Optional.ofNullable(opened.get());
	}

	@Override
	public boolean takeOpened(Path root) {
		Path last = opened.get();
		return root.equals(last) && opened.compareAndSet(last, null);
	}

	@Override
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private synchronized void scan(Path root) {
		scans.computeIfAbsent(root, path -> new ScanJob(path, model, catalog, remembered, Settings::limits, changed)).start(false);
	}

	private void fireChanged() {
		listeners.forEach(Runnable::run);
	}
}
