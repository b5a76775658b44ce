package org.dicompreview.rendering;

import java.util.ServiceLoader;
import java.util.function.Function;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.Slice;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Loads frames from disk through decoder to {@link DisplayFrame}, with the cache that all views share. An OSGi service.
 */
@ProviderType
public interface FrameLoader {

	/**
	 * {@return a new loader for use outside OSGi, with a cache of its own}
	 *
	 * @param readers  read the files, for example {@link DicomReaders#standalone()}
	 * @param decoders decode the frames, for example {@link FrameDecoders#standalone()}
	 */
	static FrameLoader standalone(DicomReaders readers, FrameDecoders decoders) {
		return ServiceLoader.load(Factory.class, Factory.class.getClassLoader()).findFirst().orElseThrow().create(readers,
				decoders);
	}

	/** Makes loaders. */
	@ProviderType
	interface Factory {

		/** As {@link FrameLoader#standalone}. */
		FrameLoader create(DicomReaders readers, FrameDecoders decoders);
	}

	/** {@return a new session for one view; closed by the view} */
	FrameSession open();

	/**
	 * Opens a session for thumbnails.
	 *
	 * @param renderer makes the pictures
	 * @param width    of a picture in device pixels, at least 1
	 * @param height   of a picture in device pixels, at least 1
	 * @return a new session; closed by whoever opened it
	 * @since 0.1
	 */
	BackgroundSession<Thumbnail> openThumbnails(FrameRenderer renderer, int width, int height);

	/**
	 * Opens a session for work on frames that may take its time.
	 *
	 * @param <T>    what comes of a frame
	 * @param work   makes it of a frame, or of the reason why there is none, on a thread of the loader; what it throws is
	 *               such a reason, with which it is called once more
	 * @param width  that a frame needs, at least 1: where the decoder can it gives smaller frames, but none smaller than this
	 * @param height that a frame needs, at least 1
	 * @return a new session; closed by whoever opened it
	 * @since 0.1.0
	 */
	<T> BackgroundSession<T> openBackground(Function<LoadedFrame, T> work, int width, int height);

	/**
	 * Loads one frame now, on the calling thread (never the UI thread), past the cache: for export.
	 *
	 * @param slice the slice
	 * @return the frame or the reason why there is none
	 */
	LoadedFrame load(Slice slice);

	/**
	 * Forgets what could not be loaded, so that it is tried again: for views that wait for it or show the reason, at once, and
	 * their receivers are called once more. For who has changed limits, readers or decoders.
	 *
	 * @since 0.1.0
	 */
	void retry();

	/** Sets the memory budget of the cache. @param bytes at least 1; the frame on screen stays even if it is larger */
	void setBudget(long bytes);

	/** {@return bytes of the frames that are cached now, and of the volumes of which pictures of other planes are made} */
	long cachedBytes();
}
