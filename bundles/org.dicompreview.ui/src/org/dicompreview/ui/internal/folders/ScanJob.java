package org.dicompreview.ui.internal.folders;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.FolderState.Phase;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Scans one root, at its opening and whenever it is to be looked at again, and keeps the state of it. */
public final class ScanJob extends Job {

	/** Family of all scans. */
	public static final Object FAMILY = ScanJob.class;

	private final InstanceLocation root;
	/** Of a folder, archive or file. */
	private final Optional<Path> path;
	private final SeriesModel model;
	private final Catalog catalog;
	private final RememberedHeaders remembered;
	private final Runnable changed;
	private volatile boolean closed;
	/** Between a call of {@link #start()} and the run that it leads to. */
	private volatile boolean again;
	private volatile boolean starting;
	/** Stays set until a run has seen everything. */
	private volatile boolean anew;
	private volatile boolean ran;
	private volatile Phase phase = Phase.WAITING;
	private volatile String message = ""; //$NON-NLS-1$
	private volatile RootScan scan;
	private volatile Problems problems = new Problems();
	private final List<CompletableFuture<FolderState>> waiting = new CopyOnWriteArrayList<>();
	private volatile Optional<Path> realPath;
	private boolean complete;
	/** Guarded by this. */
	private Closeable watch;
	/** Number of files at the end of the last complete run; 0 before. */
	private volatile int counted;

	ScanJob(InstanceLocation root, SeriesModel model, Catalog catalog, RememberedHeaders remembered, Runnable changed) {
		super(NLS.bind(Messages.ScanJob_name, root));
		this.root = root;
		this.path = FileLocation.path(root);
		this.model = model;
		this.catalog = catalog;
		this.remembered = remembered;
		this.changed = changed;
		realPath = path;
		setRule(new RootRule(root));
		addJobChangeListener(IJobChangeListener.onDone(event -> done()));
	}

	/**
	 * Starts, or starts again: a run that is under way is ended first. Without effect once it is closed.
	 *
	 * @param readAll whether to read also what has the size and time that it had
	 */
	void start(boolean readAll) {
		if (closed) {
			return;
		}
		anew |= readAll;
		again = true;
		starting = true;
		cancel();
		starting = false;
		enter(Phase.WAITING);
		schedule();
	}

	/** Notices when someone has taken this job from the queue before it could run. */
	private void done() {
		if (!ran && !starting) {
			again = false;
			enter(Phase.CANCELLED);
		}
		ran = false;
	}

	/** Ends for good. What a run under way still adds to the catalog is removed when it has ended. */
	void close() {
		closed = true;
		cancel();
		endWatch();
		enter(Phase.CLOSED);
	}

	/** {@return the state at the end of the run that is under way or about to be; at once if none is} */
	CompletableFuture<FolderState> scanned() {
		CompletableFuture<FolderState> result = new CompletableFuture<>();
		waiting.add(result);
		answer();
		return result;
	}

	/** Tells those who wait for the end of a run, if there is none any more. */
	private void answer() {
		List<CompletableFuture<FolderState>> before = List.copyOf(waiting); // who comes later may wait for another run
		FolderState now = state();
		if (!now.busy()) {
			before.stream().filter(waiting::remove).forEach(result -> result.complete(now));
		}
	}

	FolderState state() {
		RootScan last = scan;
		Problems all = problems;
		int known = phase == Phase.DONE ? counted : last == null ? 0 : last.known();
		return new FolderState(root, phase, last == null ? 0 : last.done(), known,
				last == null ? 0 : last.instances(), all.brokenCount(), all.missingCount(),
				all.foreignCount(), message);
	}

	/** {@return where the root really lay when it was last scanned; the root itself before that; absent if it is no path} */
	Optional<Path> realPath() {
		return realPath;
	}

	List<FileProblem> problems() {
		return problems.named();
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY || root.equals(family) || path.filter(each -> each.equals(family)).isPresent();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Phase end = Phase.FAILED;
		again = false;
		boolean looks = !closed;
		try {
			end = looks ? look(monitor) : Phase.CANCELLED;
			return end == Phase.CANCELLED ? Status.CANCEL_STATUS : Status.OK_STATUS;
		} finally {
			ran = true;
			if (closed && looks) {
				catalog.remove(root); // where it was opened again since, the next run waits for the end of this one
			}
			enter(again ? Phase.WAITING : end);
		}
	}

	private Phase look(IProgressMonitor monitor) {
		Problems found = new Problems();
		if (!complete) {
			problems = found;
		} // else the old ones stay in view until the new ones are complete
		scan = new RootScan(found, monitor, () -> closed || monitor.isCanceled(), changed, counted);
		message = ""; //$NON-NLS-1$
		realPath = path.map(RealPath::of);
		enter(Phase.SCANNING);
		try {
			remembered.open();
			if (anew && path.isPresent()) {
				model.reread(catalog, path.get(), model.limits(), scan);
			} else {
				model.refresh(catalog, root, model.limits(), scan);
			}
		} catch (IOException e) {
			message = e.getLocalizedMessage() == null ? e.toString() : e.getLocalizedMessage();
			catalog.remove(root);
			problems = found;
			endWatch();
			return path.filter(Files::notExists).isPresent() ? Phase.MISSING : Phase.FAILED;
		}
		if (scan.cancelled()) {
			return Phase.CANCELLED;
		}
		problems = found;
		complete = true;
		anew = anew && again;
		counted = scan.done();
		beginWatch();
		return Phase.DONE;
	}

	/** From now on what comes, changes and goes below the root is taken up without a scan. */
	private synchronized void beginWatch() {
		if (watch == null && !closed && path.filter(Files::isDirectory).isPresent()) {
			watch = model.watch(catalog, path.get(), model::limits, new LiveChanges(() -> problems, changed, () -> start(false)));
		}
	}

	private synchronized void endWatch() {
		if (watch == null) {
			return;
		}
		try {
			watch.close();
		} catch (IOException e) {
			ILog.of(ScanJob.class).warn(Messages.ScanJob_watch, e);
		}
		watch = null;
	}

	private void enter(Phase next) {
		phase = next;
		if (closed) {
			phase = Phase.CLOSED; // also if it was closed just now
		}
		changed.run();
		answer();
	}

	/** One run at a time over a root, also if it is closed and opened again meanwhile. */
	private record RootRule(InstanceLocation root) implements ISchedulingRule {

		@Override
		public boolean contains(ISchedulingRule rule) {
			return equals(rule);
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return equals(rule);
		}
	}
}
