package org.dicompreview.rendering;

import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.Frame;

/** A decoded frame with all that its data set says about showing it. Immutable. */
public interface DisplayFrame {

	/** {@return the stored values} */
	Frame frame();

	/** {@return the window or VOI LUT used when the settings name none, as a preset} */
	WindowPreset initialWindow();

	/** {@return the window of the file that would show nothing of this frame, so that {@link #initialWindow()} is automatic} */
	default Optional<WindowPreset> replacedWindow() {
		return Optional.empty();
	}

	/** {@return the windows to choose from: the file's own, automatic, whole range, and those of the modality} */
	List<WindowPreset> presets();

	/** {@return height of a pixel divided by its width as it should be shown (spacing or aspect ratio), above 0} */
	double pixelAspect();

	/** {@return whether windows apply: grey values that are not already display colours} */
	boolean windowable();

	/**
	 * The values at a pixel, for a probe.
	 *
	 * @param column from 0
	 * @param row    from 0
	 * @return what the pixel holds; absent outside the frame
	 */
	Optional<PixelValue> value(int column, int row);

	/** {@return the patient directions at the four edges of the unrotated frame: left, right, top, bottom; empty texts without geometry} */
	List<String> edges();

	/** {@return bytes in memory, for the budget of the cache} */
	long byteSize();
}
