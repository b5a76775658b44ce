package org.dicompreview.ui.internal.preview;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Renders the newest request off the UI thread; requests that have not begun are replaced. For any thread. */
final class RenderJob extends Job {

	/** What to render: for whom, a frame, how, and for which size in device pixels. */
	record Request(Object owner, LoadedFrame loaded, DisplaySettings settings, int width, int height) {
	}

	/** What came of it; {@code picture} is {@code null} where there is no frame to render. */
	record Result(Request request, Picture picture) {
	}

	private final FrameRenderer renderer;
	private final Consumer<Result> receiver;
	private final AtomicReference<Request> next = new AtomicReference<>();

	/**
	 * @param renderer makes the pictures
	 * @param receiver gets them in the order of the requests, on the thread of this job
	 */
	RenderJob(FrameRenderer renderer, Consumer<Result> receiver) {
		super(Messages.RenderJob_name);
		this.renderer = renderer;
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.INTERACTIVE);
	}

	/** Asks for a picture, in place of any that has not begun. */
	void request(Request request) {
		next.set(request);
		schedule();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Request request = next.getAndSet(null);
		if (request != null && !monitor.isCanceled()) {
			Picture picture = request.loaded().frame()
					.map(frame -> renderer.render(frame, request.settings(), request.width(), request.height())).orElse(null);
			receiver.accept(new Result(request, picture));
		}
		return Status.OK_STATUS;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == PreviewView.JOB_FAMILY;
	}
}
