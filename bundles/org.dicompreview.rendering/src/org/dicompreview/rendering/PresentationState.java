package org.dicompreview.rendering;

import java.util.List;

import org.dicompreview.series.Slice;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A grayscale softcopy presentation state: how images shall be shown (PS3.4 N.2). It replaces what the images say of
 * themselves; what it does not state is an identity. Immutable, for any thread.
 */
@ProviderType
public interface PresentationState {

	/** {@return Content Label (0070,0080), or empty text} */
	String label();

	/** {@return Content Description (0070,0081), or empty text} */
	String description();

	/** {@return whether the state speaks of a slice} */
	boolean refersTo(Slice slice);

	/**
	 * Applies modality LUT, window or VOI LUT, presentation LUT, shutter, overlays and graphics.
	 *
	 * @param slice the slice
	 * @param frame its frame as the loader gave it
	 * @return the frame as the state shows it; the same frame if the state does not speak of the slice or the frame is in
	 *         colours
	 */
	DisplayFrame apply(Slice slice, DisplayFrame frame);

	/**
	 * Turns, flips, zooms and shifts as Spatial Transformation and Displayed Area say (PS3.3 C.10.4, C.10.6).
	 *
	 * @param slice    the slice
	 * @param frame    its frame as {@link #apply} gave it
	 * @param settings what shall be changed
	 * @param width    of the target in device pixels, at least 1
	 * @param height   of the target in device pixels, at least 1
	 * @return the settings with orientation, zoom and shift of the state; with true size taken for scale to fit
	 */
	DisplaySettings view(Slice slice, DisplayFrame frame, DisplaySettings settings, int width, int height);

	/** {@return the texts that the state puts on a slice; the view draws them} */
	List<TextAnnotation> texts(Slice slice, DisplayFrame frame);
}
