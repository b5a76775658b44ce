package org.dicompreview.viewer.internal.overlay;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.rendering.overlay.OverlayPicture;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Looks for overlays, or works out what they have on a slice, off the UI thread. The newest request of each kind wins. */
final class OverlayJob extends Job {

	private static final System.Logger LOG = System.getLogger(OverlayJob.class.getName());

	/** Gets what was found, on the thread of the job. */
	interface Receiver {

		void found(Series series, List<ImageOverlay> overlays);

		void pictures(Slice slice, Map<String, OverlayPicture> byId);
	}

	private record Search(Series series, List<SliceStack> stacks) {
	}

	private record Wanted(Slice slice, List<ImageOverlay> overlays) {
	}

	private final ImageOverlays overlays;
	private final Receiver receiver;
	private Search search;
	private Wanted wanted;

	OverlayJob(ImageOverlays overlays, Receiver receiver) {
		super(Messages.OverlayJob_name);
		this.overlays = overlays;
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.SHORT);
	}

	/** Looks for what lies over a series. */
	synchronized void find(Series series, List<SliceStack> stacks) {
		search = new Search(series, stacks);
		wanted = null;
		schedule();
	}

	/** Works out what overlays have on a slice. */
	synchronized void workOut(Slice slice, List<ImageOverlay> shown) {
		wanted = new Wanted(slice, shown);
		schedule();
	}

	/** Gives up all. */
	synchronized void release() {
		search = null;
		wanted = null;
		cancel();
	}

	private synchronized Search takeSearch() {
		Search taken = search;
		search = null;
		return taken;
	}

	private synchronized Wanted takeWanted() {
		Wanted taken = wanted;
		wanted = null;
		return taken;
	}

	private synchronized boolean isSearchOutdated() {
		return search != null;
	}

	private synchronized boolean isOutdated() {
		return search != null || wanted != null;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Search next = takeSearch();
		if (next != null) {
			List<ImageOverlay> found = overlays.find(next.series(), next.stacks(),
					() -> monitor.isCanceled() || isSearchOutdated());
			if (!monitor.isCanceled() && !isSearchOutdated()) {
				receiver.found(next.series(), found);
			}
		}
		Wanted now = takeWanted();
		if (now != null) {
			Map<String, OverlayPicture> pictures = new HashMap<>();
			for (ImageOverlay overlay : now.overlays()) {
				if (monitor.isCanceled() || isOutdated()) {
					return Status.CANCEL_STATUS;
				}
				pictures.put(overlay.id(), picture(overlay, now.slice()));
			}
			receiver.pictures(now.slice(), pictures);
		}
		return Status.OK_STATUS;
	}

	/** What cannot be read is not shown; its own series says why. */
	private static OverlayPicture picture(ImageOverlay overlay, Slice slice) {
		try {
			return overlay.on(slice);
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, overlay.label().toString(), e);
			return OverlayPicture.NOTHING;
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, overlay.label().toString(), e);
			return OverlayPicture.NOTHING;
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
