package org.dicompreview.rendering;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

import org.dicompreview.series.Slice;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What one view wants to see. The newest request wins; older ones that have not begun are dropped, their results never
 * delivered. Methods return at once and may be called on the UI thread.
 */
@ProviderType
public interface FrameSession extends AutoCloseable {

	/**
	 * Asks for the slice at an index of the path that the slider walks, and lets neighbours be prefetched in the
	 * direction of travel. The slice stays pinned in the cache until the next call.
	 *
	 * @param path     the slices that the slider walks
	 * @param index    where it stands
	 * @param receiver gets the outcome unless a newer request came first; called once, on any thread, possibly before
	 *                 this method returns if the frame is cached
	 */
	void show(List<Slice> path, int index, Consumer<LoadedFrame> receiver);

	/**
	 * As {@link #show(List, int, Consumer)}, with a coarse frame first where decoding takes long and the coarse one takes
	 * less: large JPEG 2000 and HTJ2K images.
	 *
	 * @param path     the slices that the slider walks
	 * @param index    where it stands
	 * @param receiver gets the outcome
	 * @param preview  gets the coarse frame, before the receiver gets the outcome; not called for most slices. Its frame
	 *                 has fewer columns and rows than the slice, and neither overlays nor shutters
	 */
	default void show(List<Slice> path, int index, Consumer<LoadedFrame> receiver, Consumer<LoadedFrame> preview) {
		show(path, index, receiver);
	}

	/** {@return which indices of the path of the last request are cached now} */
	BitSet cached();

	/** Sets a listener for changes of {@link #cached()}, called on any thread, at most ten times a second. */
	void onCacheChange(Runnable listener);

	/**
	 * Asks for nothing until the next request: drops requests and prefetching, and the frames that only this view wanted.
	 *
	 * @since 0.1.0
	 */
	void release();

	/** Drops all requests, prefetching and pins of this session. */
	@Override
	void close();
}
