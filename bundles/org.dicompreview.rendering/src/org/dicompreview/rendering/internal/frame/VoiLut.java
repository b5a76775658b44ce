package org.dicompreview.rendering.internal.frame;

import org.dicompreview.dicom.Text;

/**
 * An item of VOI LUT Sequence (PS3.3 C.11.2).
 *
 * @param number where it stands in the sequence, from 1
 * @param label  LUT Explanation, or a name for those that have none
 * @param table  its table
 */
record VoiLut(int number, Text label, LookupTable table) {
}
