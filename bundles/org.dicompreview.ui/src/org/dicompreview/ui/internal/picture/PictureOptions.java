package org.dicompreview.ui.internal.picture;

import org.dicompreview.rendering.PictureFile.Format;

/**
 * What becomes of a picture that is saved.
 *
 * @param format    of the file
 * @param stored    whether it has the resolution of the image, rather than that of the screen
 * @param annotated whether what lies over the picture is saved too: texts, measurements, bars
 */
record PictureOptions(Format format, boolean stored, boolean annotated) {
}
