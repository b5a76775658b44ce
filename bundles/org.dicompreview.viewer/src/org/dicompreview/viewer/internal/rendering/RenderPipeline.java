package org.dicompreview.viewer.internal.rendering;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.eclipse.swt.graphics.Device;

/**
 * The way from a wanted slice to its picture: asks for the frame and renders what is delivered, as appearance and size
 * are then. Methods are for the UI thread and return at once; the work is done elsewhere.
 */
public final class RenderPipeline {

	private record Delivered(Identity identity, LoadedFrame frame, boolean coarse) {
	}

	private final FrameSession session;
	private final RenderJob renderJob;
	// Read by the render job.
	private volatile Delivered delivered;
	private volatile boolean paused = true;
	private volatile Appearance appearance = Appearance.DEFAULT;
	private volatile RenderTarget target = new RenderTarget(1, 1, 100);

	/**
	 * @param device   takes the images
	 * @param loader   opens the session
	 * @param renderer makes the pictures
	 * @param receiver gets them, on the thread of a job
	 */
	public RenderPipeline(Device device, FrameLoader loader, FrameRenderer renderer, Consumer<RenderJob.Result> receiver) {
		session = loader.open();
		renderJob = new RenderJob(device, renderer, this::wanted, receiver);
	}

	/** Asks for a slice, in place of any before. @param identity what it is of; comes back with the result */
	public void request(Identity identity, List<Slice> path, int index) {
		paused = false;
		session.show(path, index, frame -> deliver(new Delivered(identity, frame, false)),
				coarse -> deliver(new Delivered(identity, coarse, true)));
	}

	/** Renders nothing until the next request. */
	public void pause() {
		paused = true;
	}

	/** Renders nothing until the next request, and keeps no frame. */
	public void release() {
		paused = true;
		session.release();
		delivered = null;
		renderJob.release();
	}

	/** Sets how it is rendered from now on; what was delivered last is not rendered once more. */
	public void setAppearance(Appearance newAppearance) {
		appearance = newAppearance;
	}

	/** {@return how it is rendered} */
	public Appearance appearance() {
		return appearance;
	}

	/** Renders once more for another size or another screen. */
	public void setTarget(RenderTarget newTarget) {
		target = newTarget;
		render();
	}

	/** {@return whether a picture was made for appearance and screen as they are now} */
	public boolean isCurrent(RenderedSlice picture) {
		return appearance.equals(picture.appearance()) && target.equals(picture.target());
	}

	/** Renders what was delivered last once more. */
	public void render() {
		renderJob.schedule();
	}

	/** {@return whether the work on the picture of a slice has come as far as rendering} */
	public boolean isRendered(Slice slice) {
		return renderJob.hasTaken(slice);
	}

	/** {@return which slices of the path of the last request are in memory} */
	public BitSet cached() {
		return session.cached();
	}

	/** Sets who hears, on any thread, that {@link #cached()} has changed. */
	public void onCacheChange(Runnable listener) {
		session.onCacheChange(listener);
	}

	/** Asks for nothing more, and keeps no frame. */
	public void close() {
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
				: Optional.of(new RenderJob.Request(frame.identity(), frame.frame(), frame.coarse(), appearance, target));
	}
}
