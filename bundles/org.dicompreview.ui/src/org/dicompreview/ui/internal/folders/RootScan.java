package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ScanListener;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/** One run over one root: brings what is found into the catalog, leaving alone what has not changed since the last run. */
final class RootScan implements ScanListener {

	private final Path root;
	private final Catalog catalog;
	private final Problems problems;
	private final SubMonitor monitor;
	private final BooleanSupplier ended;
	private final Runnable changed;
	private final Map<Path, InstanceHeader> unseen = new HashMap<>();
	private volatile int done;
	private volatile int known;
	private volatile int instances;

	RootScan(Path root, Catalog catalog, Problems problems, SubMonitor monitor, BooleanSupplier ended, Runnable changed) {
		this.root = root;
		this.catalog = catalog;
		this.problems = problems;
		this.monitor = monitor;
		this.ended = ended;
		this.changed = changed;
		catalog.instances(root).forEach(header -> unseen.put(header.path(), header));
	}

	@Override
	public void found(List<InstanceHeader> headers) {
		if (cancelled()) {
			return;
		}
		List<InstanceHeader> added = new ArrayList<>(headers.size());
		List<Path> stale = new ArrayList<>();
		for (InstanceHeader header : headers) {
			InstanceHeader before = unseen.remove(header.path());
			if (before == null) {
				added.add(header);
			} else if (before.size() != header.size() || before.lastModified() != header.lastModified()) {
				stale.add(header.path());
				added.add(header);
			}
		}
		instances += headers.size();
		if (!stale.isEmpty()) {
			catalog.remove(root, stale);
		}
		if (!added.isEmpty()) {
			catalog.add(root, added);
		}
	}

	@Override
	public void broken(Path path, String message) {
		problems.addBroken(path, message);
	}

	@Override
	public void foreign(Path path) {
		problems.addForeign(path);
	}

	@Override
	public void progress(int nowDone, int nowKnown) {
		int before = done;
		done = nowDone;
		known = nowKnown;
		monitor.setWorkRemaining(Math.max(1, nowKnown - before));
		monitor.worked(nowDone - before);
		monitor.subTask(NLS.bind(Messages.ScanJob_progress, nowDone, nowKnown));
		changed.run();
	}

	@Override
	public boolean cancelled() {
		return ended.getAsBoolean();
	}

	/** After a complete run: what it has not met is gone. */
	void removeUnseen() {
		if (!unseen.isEmpty()) {
			catalog.remove(root, List.copyOf(unseen.keySet()));
		}
	}

	int done() {
		return done;
	}

	int known() {
		return known;
	}

	int instances() {
		return instances;
	}
}
