package org.dicompreview.rendering;

import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.Problem;
import org.dicompreview.series.Slice;

/**
 * A small picture of a slice; errors are values.
 *
 * @param slice   the slice that was asked for
 * @param picture the picture; absent if the slice cannot be shown
 * @param reason  why there is no picture, or why the frame is not whole; absent if all is well
 * @since 0.1
 */
public record Thumbnail(Slice slice, Optional<Picture> picture, Optional<Problem> reason) {

	/** Checks that nothing is missing. */
	public Thumbnail {
		Objects.requireNonNull(slice);
		Objects.requireNonNull(picture);
		Objects.requireNonNull(reason);
	}
}
