package org.dicompreview.viewer.internal.strip;

import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Paints a strip off the UI thread, each time that it is scheduled; wishes that come meanwhile become one. For any thread. */
final class StripJob extends Job {

	private final Runnable paint;

	/** @param paint does the work */
	StripJob(Runnable paint) {
		super(Messages.StripJob_name);
		this.paint = paint;
		setSystem(true);
		setPriority(Job.DECORATE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		if (!monitor.isCanceled()) {
			paint.run();
		}
		return Status.OK_STATUS;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
