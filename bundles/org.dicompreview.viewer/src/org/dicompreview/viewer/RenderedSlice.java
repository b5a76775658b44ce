package org.dicompreview.viewer;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Problem;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.series.Slice;

/**
 * What came of rendering a slice. Immutable.
 *
 * @param identity   what it is of; never painted while something else is on show
 * @param slice      the slice
 * @param coarse     whether it has fewer pixels than the slice: the full one follows
 * @param reason     why there is no frame, or why it is not whole; absent if all is well
 * @param appearance how it was asked for
 * @param target     the size that it was made for
 * @param frame      the frame as the presentation state shows it; absent if it cannot be shown
 * @param settings   how it was rendered: with the place that the presentation state gives the picture
 * @param picture    the pixels; absent where there is no frame
 * @param texts      what the presentation state writes on it
 * @since 0.1
 */
public record RenderedSlice(Identity identity, Slice slice, boolean coarse, Optional<Problem> reason, Appearance appearance,
		RenderTarget target, Optional<DisplayFrame> frame, DisplaySettings settings, Optional<Picture> picture,
		List<TextAnnotation> texts) {
}
