package org.dicompreview.viewer.internal.loading;

import java.util.function.Consumer;

import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Finds out, off the UI thread, which other planes a stack offers. The newest request wins. */
public final class PlanesJob extends Job {

	private final Consumer<PlaneOffer> receiver;
	private volatile SliceStack wanted;

	/** @param receiver gets the offer, on the thread of this job */
	public PlanesJob(Consumer<PlaneOffer> receiver) {
		super(Messages.PlanesJob_name);
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.DECORATE);
	}

	/** Looks at a stack, in place of any before. */
	public void find(SliceStack stack) {
		wanted = stack;
		schedule();
	}

	/** Looks at nothing, and keeps no stack. */
	public void release() {
		wanted = null;
		cancel();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SliceStack stack = wanted;
		if (stack != null && !monitor.isCanceled()) {
			PlaneOffer offer = PlaneOffer.of(stack);
			if (stack == wanted) {
				receiver.accept(offer);
			}
		}
		return Status.OK_STATUS;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
