package org.dicompreview.ui.internal.explorer;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dicompreview.series.Series;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Takes a snapshot some time after it is asked to, however often it is asked meanwhile. Thread-safe. */
final class SnapshotJob extends Job {

	/** Family of these jobs. */
	static final Object FAMILY = SnapshotJob.class;

	/** At least so much time passes from one snapshot to the next: ten a second look alive. */
	private static final int PAUSE_MS = 100;

	/** The larger the tree, the longer the pause, so that a fifth of the time goes into keeping it up to date … */
	private static final int SHARE = 4;

	/** … but never longer than this. */
	private static final int LONGEST_PAUSE_MS = 1000;

	private final TreeBuilder builder;
	private final StructureLoader structures;
	private final Consumer<Snapshot> show;
	private volatile Filter filter = Filter.NONE;
	private volatile Arrangement arrangement = Arrangement.DEFAULT;
	private volatile long buildMs;
	private volatile long showMs;

	/** @param show takes the snapshot to the UI thread */
	SnapshotJob(ScannedFolders folders, Consumer<Snapshot> show) {
		super(Messages.SnapshotJob_name);
		structures = new StructureLoader(this::request);
		builder = new TreeBuilder(folders, structures::known);
		this.show = show;
		setSystem(true);
		setPriority(SHORT);
	}

	/** Asks for a snapshot. */
	void request() {
		schedule(Math.max(PAUSE_MS, Math.min(LONGEST_PAUSE_MS, (buildMs + showMs) * SHARE))); // no effect if one is due
	}

	/** Asks for a snapshot of what matches, at once. */
	void filter(Filter next) {
		filter = next;
		schedule();
		wakeUp();
	}

	/** Sets how the series stand below each other from the next snapshot on. */
	void arrange(Arrangement next) {
		arrangement = next;
	}

	/** Asks for the structure of a series that is in view; it comes with a later snapshot. */
	void want(Series series) {
		structures.want(series);
	}

	/** Ends this job and the work that it has started. */
	void end() {
		cancel();
		structures.cancel();
	}

	/** Tells how long it took to show the last snapshot. */
	void shown(long nanos) {
		showMs = TimeUnit.NANOSECONDS.toMillis(nanos);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		long start = System.nanoTime();
		Snapshot snapshot = builder.build(filter, arrangement);
		structures.retain(builder.series());
		if (snapshot.filter().facets().problems()) {
			builder.series().forEach(structures::want); // whether they are in view or not
		}
		buildMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		if (!monitor.isCanceled()) {
			show.accept(snapshot);
		}
		return Status.OK_STATUS;
	}
}
