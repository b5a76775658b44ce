package org.dicompreview.ui.internal.explorer;

import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;

/**
 * An instance whose file is damaged or has a note.
 *
 * @param header  of the instance
 * @param message what is wrong, in words
 * @param series  that it belongs to
 * @param slice   its first slice; absent if it has none
 */
record ProblemInstance(InstanceHeader header, String message, Series series, Optional<Slice> slice) {
}
