package org.dicompreview.rendering;

import java.util.Optional;
import java.util.ServiceLoader;

import org.osgi.annotation.versioning.ProviderType;

/** Renders frames. An OSGi service, a pure function, for any thread (not the UI thread: large frames take time). */
@ProviderType
public interface FrameRenderer {

	/** {@return a renderer for use outside OSGi} */
	static FrameRenderer standalone() {
		return ServiceLoader.load(FrameRenderer.class, FrameRenderer.class.getClassLoader()).findFirst().orElseThrow();
	}

	/**
	 * Renders a frame into a target: keeps its shape, fits it at zoom 1, black (0,0,0) beside it.
	 *
	 * @param frame    the frame
	 * @param settings how to show it
	 * @param width    of the target in device pixels, at least 1
	 * @param height   of the target in device pixels, at least 1
	 * @return the picture, 24 bit or 8 bit with a palette
	 */
	Picture render(DisplayFrame frame, DisplaySettings settings, int width, int height);

	/**
	 * Renders a frame at its stored resolution with square pixels: the longer side of a pixel decides, so the picture is
	 * never smaller than the frame.
	 *
	 * @param frame    the frame
	 * @param settings how to show it; zoom and pan are ignored
	 * @return the picture
	 */
	Picture renderAtStoredResolution(DisplayFrame frame, DisplaySettings settings);

	/**
	 * {@return the colours that the values of a frame get; absent where windows do not apply. Quick, also for the UI thread}
	 *
	 * @param frame    the frame
	 * @param settings how it is shown
	 * @since 0.1.0
	 */
	Optional<ColorScale> scale(DisplayFrame frame, DisplaySettings settings);
}
