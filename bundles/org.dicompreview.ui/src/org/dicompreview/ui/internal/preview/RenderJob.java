package org.dicompreview.ui.internal.preview;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Renders what is wanted off the UI thread, each time that it is scheduled; wishes that come meanwhile become one. For any thread. */
final class RenderJob extends Job {

	/** What to render: for whom, a frame (a coarse one is followed by a full one), how, and for which size in device pixels. */
	record Request(Object owner, LoadedFrame loaded, boolean coarse, DisplaySettings settings, int width, int height) {
	}

	/** What came of it; {@code picture} is {@code null} where there is no frame to render. */
	record Result(Request request, Picture picture) {
	}

	private final FrameRenderer renderer;
	private final Supplier<Optional<Request>> wanted;
	private final Consumer<Result> receiver;

	/**
	 * @param renderer makes the pictures
	 * @param wanted   what to render, asked when the work begins so that it is never out of date
	 * @param receiver gets the pictures, on the thread of this job
	 */
	RenderJob(FrameRenderer renderer, Supplier<Optional<Request>> wanted, Consumer<Result> receiver) {
		super(Messages.RenderJob_name);
		this.renderer = renderer;
		this.wanted = wanted;
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.INTERACTIVE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		wanted.get().filter(request -> !monitor.isCanceled()).ifPresent(request -> receiver.accept(new Result(request,
				request.loaded().frame()
						.map(frame -> renderer.render(frame, request.settings(), request.width(), request.height()))
						.orElse(null))));
		return Status.OK_STATUS;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == PreviewView.JOB_FAMILY;
	}
}
