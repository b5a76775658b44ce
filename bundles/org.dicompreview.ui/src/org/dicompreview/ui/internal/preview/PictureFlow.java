package org.dicompreview.ui.internal.preview;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.series.Slice;
import org.eclipse.swt.graphics.Device;

/**
 * The way from a wanted slice to its picture: asks for the frame and renders what is delivered, as the looks and the size
 * are then. Methods are for the UI thread and return at once; the work is done elsewhere.
 */
final class PictureFlow {

	private record Delivered(Identity identity, LoadedFrame frame, boolean coarse) {
	}

	private final FrameSession session;
	private final RenderJob renderJob;
	// Read by the render job.
	private volatile Delivered delivered;
	private volatile boolean paused = true;
	private volatile Looks looks = Looks.DEFAULT;
	private volatile Optional<VoiWindow> held = Optional.empty();
	private volatile RenderJob.Target target = new RenderJob.Target(1, 1, 100);

	/**
	 * @param device   takes the images
	 * @param loader   opens the session
	 * @param renderer makes the pictures
	 * @param receiver gets them, on the thread of a job
	 */
	PictureFlow(Device device, FrameLoader loader, FrameRenderer renderer, Consumer<RenderJob.Result> receiver) {
		session = loader.open();
		renderJob = new RenderJob(device, renderer, this::wanted, receiver);
	}

	/** Asks for a slice, in place of any before. @param identity what it is of; comes back with the result */
	void request(Identity identity, List<Slice> path, int index) {
		paused = false;
		session.show(path, index, frame -> deliver(new Delivered(identity, frame, false)),
				coarse -> deliver(new Delivered(identity, coarse, true)));
	}

	/** Renders nothing until the next request. */
	void pause() {
		paused = true;
	}

	/** Renders once more in another way. */
	void setLooks(Looks newLooks) {
		looks = newLooks;
		render();
	}

	Looks looks() {
		return looks;
	}

	/** Sets the window of what is rendered from now on, where nobody chose one; absent for that of each frame. */
	void hold(Optional<VoiWindow> window) {
		held = window;
	}

	Optional<VoiWindow> held() {
		return held;
	}

	/** {@return the looks with the window that is held, if it applies; any thread} */
	Looks effective() {
		Looks now = looks;
		Optional<VoiWindow> window = held;
		return window.isPresent() && now.settings().isFramesOwn()
				? new Looks(now.settings().withWindow(window), now.state(), now.placed()) : now;
	}

	/** Renders once more for another size or another screen. */
	void setTarget(RenderJob.Target newTarget) {
		target = newTarget;
		render();
	}

	/** {@return whether a request was for the looks and the screen as they are now} */
	boolean isCurrent(RenderJob.Request request) {
		return effective().equals(request.looks()) && target.equals(request.target());
	}

	/** Renders what was delivered last once more. */
	void render() {
		renderJob.schedule();
	}

	/** {@return whether the work on the picture of a slice has come as far as rendering} */
	boolean isRendered(Slice slice) {
		return renderJob.hasTaken(slice);
	}

	/** {@return which slices of the path of the last request are in memory} */
	BitSet cached() {
		return session.cached();
	}

	/** Sets who hears, on any thread, that {@link #cached()} has changed. */
	void onCacheChange(Runnable listener) {
		session.onCacheChange(listener);
	}

	/** Asks for nothing more, and keeps no frame. */
	void close() {
		paused = true;
		session.close();
		delivered = null;
		renderJob.close();
	}

	/** On any thread. */
	private void deliver(Delivered frame) {
		delivered = frame;
		renderJob.schedule();
	}

	/** On the thread of the render job. */
	private Optional<RenderJob.Request> wanted() {
		Delivered frame = delivered;
		return frame == null || paused ? Optional.empty()
				: Optional.of(new RenderJob.Request(frame.identity(), frame.frame(), frame.coarse(), effective(), target));
	}
}
