package org.dicompreview.ui.internal.preview;

import java.util.List;

import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Groups and orders the images of a series off the UI thread. */
final class StacksJob extends Job {

	private final Series series;
	private List<Stack> stacks = List.of();

	StacksJob(Series series) {
		super(NLS.bind(Messages.StacksJob_name, series.description()));
		this.series = series;
		setSystem(true);
		setPriority(Job.SHORT);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		stacks = series.stacks();
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	Series series() {
		return series;
	}

	/** {@return the stacks; after the job is done} */
	List<Stack> stacks() {
		return stacks;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == PreviewView.JOB_FAMILY;
	}
}
