package org.dicompreview.rendering;

import org.dicompreview.series.Slice;

/**
 * Loads frames from disk through decoder to {@link DisplayFrame}, with the cache that all views share. An OSGi service.
 */
public interface FrameLoader {

	/** {@return a new session for one view; closed by the view} */
	FrameSession open();

	/**
	 * Loads one frame now, on the calling thread (never the UI thread), past the cache: for export.
	 *
	 * @param slice the slice
	 * @return the frame or the reason why there is none
	 */
	LoadedFrame load(Slice slice);

	/** Sets the memory budget of the cache. @param bytes at least 1; the frame on screen stays even if it is larger */
	void setBudget(long bytes);

	/** {@return bytes of the frames that are cached now} */
	long cachedBytes();
}
