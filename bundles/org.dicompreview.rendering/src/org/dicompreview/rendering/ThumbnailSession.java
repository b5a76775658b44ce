package org.dicompreview.rendering;

import java.util.List;
import java.util.function.Consumer;

import org.dicompreview.series.Slice;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes small pictures while nothing else is wanted: no thumbnail is begun as long as a view waits for a slice or
 * neighbours of one are prefetched, and one that is under way holds up neither. One is made at a time, and its frame is
 * forgotten then, so that thumbnails take no memory of the cache. Methods return at once and may be called on the UI
 * thread.
 *
 * @since 0.1
 */
@ProviderType
public interface ThumbnailSession extends AutoCloseable {

	/**
	 * Asks for thumbnails, in this order, in place of all that were asked for before. Of several sessions the one with the
	 * newest request comes first.
	 *
	 * @param slices   the slices; none to cancel what was asked for
	 * @param receiver gets each thumbnail once, on a thread of the loader, one at a time; the caller keeps what it needs
	 */
	void request(List<Slice> slices, Consumer<Thumbnail> receiver);

	/** Forgets all requests. Nothing is delivered any more but what is being delivered now. */
	@Override
	void close();
}
