package org.dicompreview.rendering;

import java.util.Optional;

import org.dicompreview.dicom.Problem;
import org.dicompreview.series.Slice;

/**
 * The outcome of loading a slice; errors are values.
 *
 * @param slice  the slice that was asked for
 * @param frame  the frame; absent if it cannot be shown
 * @param reason why there is no frame, or why it is not whole; absent if all is well
 */
public record LoadedFrame(Slice slice, Optional<DisplayFrame> frame, Optional<Problem> reason) {
}
