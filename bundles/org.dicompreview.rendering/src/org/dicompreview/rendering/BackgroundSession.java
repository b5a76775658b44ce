package org.dicompreview.rendering;

import java.util.List;
import java.util.function.Consumer;

import org.dicompreview.series.Slice;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Works on slices while nothing else is wanted: none is begun as long as a view waits for a slice or neighbours of one are
 * prefetched, and one that is under way holds up neither. One is worked on at a time, and its frame is forgotten then, so
 * that this takes no memory of the cache. Methods return at once and may be called on the UI thread.
 *
 * @param <T> what comes of a slice
 * @since 0.1.0
 */
@ProviderType
public interface BackgroundSession<T> extends AutoCloseable {

	/**
	 * Asks for slices, in this order, in place of all that were asked for before. Of several sessions the one with the newest
	 * request comes first.
	 *
	 * @param slices   the slices; none to cancel what was asked for
	 * @param receiver gets what comes of each slice once, on a thread of the loader, one at a time; the caller keeps what it
	 *                 needs
	 */
	void request(List<Slice> slices, Consumer<T> receiver);

	/** Forgets all requests. Nothing is delivered any more but what is being delivered now. */
	@Override
	void close();
}
