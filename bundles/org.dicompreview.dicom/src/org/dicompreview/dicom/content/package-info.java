/**
 * Tells DICOM files from others by their first bytes alone. Its classes use no other package and start no service, so that
 * a describer of contents can ask for every file that it meets.
 *
 * @since 0.1.0
 */
package org.dicompreview.dicom.content;
