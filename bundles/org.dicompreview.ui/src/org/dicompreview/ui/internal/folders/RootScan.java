package org.dicompreview.ui.internal.folders;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.ListedSeries;
import org.dicompreview.series.ScanListener;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** One run over one root: counts what is found, keeps what cannot be used, and shows how far it is. */
final class RootScan implements ScanListener {

	private final Problems problems;
	private final IProgressMonitor monitor;
	private final BooleanSupplier ended;
	private final Runnable changed;
	private final int expected;
	private volatile int done;
	private volatile int known;
	private volatile int instances;

	/** @param expected number of files there as the last run found it; 0 if there was none */
	RootScan(Problems problems, IProgressMonitor monitor, BooleanSupplier ended, Runnable changed, int expected) {
		this.problems = problems;
		this.monitor = monitor;
		this.ended = ended;
		this.changed = changed;
		this.expected = expected;
		monitor.beginTask("", expected == 0 ? IProgressMonitor.UNKNOWN : expected); //$NON-NLS-1$
	}

	@Override
	public void found(List<InstanceHeader> headers) {
		instances += headers.size();
	}

	@Override
	public void listed(List<ListedSeries> series) {
		series.forEach(each -> instances += Math.max(1, each.instances()));
	}

	@Override
	public void broken(InstanceLocation location, Problem problem) {
		problems.addBroken(location, Texts.words(problem));
	}

	@Override
	public void missing(InstanceLocation location, Problem problem) {
		problems.addMissing(location, Texts.words(problem));
	}

	@Override
	public void foreign(InstanceLocation location) {
		problems.addForeign(location);
	}

	@Override
	public void progress(int nowDone, int nowKnown) {
		int before = done;
		done = nowDone;
		known = expected == 0 ? 0 : Math.max(expected, nowKnown); // folders are listed only just before their files are read
		monitor.worked(nowDone - before);
		monitor.subTask(known == 0 ? NLS.bind(Messages.ScanJob_counting, nowDone)
				: NLS.bind(Messages.ScanJob_progress, nowDone, known));
		changed.run();
	}

	@Override
	public boolean cancelled() {
		return ended.getAsBoolean();
	}

	int done() {
		return done;
	}

	/** {@return how many files there are; 0 before that is known} */
	int known() {
		return known;
	}

	int instances() {
		return instances;
	}
}
