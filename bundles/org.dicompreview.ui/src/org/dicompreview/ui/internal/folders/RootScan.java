package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.ScanListener;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/** One run over one root: counts what is found, keeps what cannot be used, and shows how far it is. */
final class RootScan implements ScanListener {

	private final Problems problems;
	private final SubMonitor monitor;
	private final BooleanSupplier ended;
	private final Runnable changed;
	private volatile int done;
	private volatile int known;
	private volatile int instances;

	RootScan(Problems problems, SubMonitor monitor, BooleanSupplier ended, Runnable changed) {
		this.problems = problems;
		this.monitor = monitor;
		this.ended = ended;
		this.changed = changed;
	}

	@Override
	public void found(List<InstanceHeader> headers) {
		instances += headers.size();
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
