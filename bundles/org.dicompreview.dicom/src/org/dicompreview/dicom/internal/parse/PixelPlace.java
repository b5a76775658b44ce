package org.dicompreview.dicom.internal.parse;

import org.dicompreview.dicom.VR;

/**
 * Where the pixel data of a file are.
 *
 * @param tag      which of the three pixel data attributes
 * @param vr       its VR
 * @param position of the value in the file, or in the inflated data set
 * @param length   of the value, {@code -1} for undefined
 */
public record PixelPlace(int tag, VR vr, long position, long length) {
}
