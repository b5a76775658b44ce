package org.dicompreview.ui.internal.attributes;

import org.dicompreview.dicom.DataSet;

/**
 * What was read of a target and what the search left of it. Immutable.
 *
 * @param target  what was to be read
 * @param data    the elements, or {@code null} if the file cannot be read
 * @param search  the search
 * @param matches what it left
 * @param problem what is wrong with the file, for people; empty text if nothing
 */
record Content(Target target, DataSet data, SearchText search, Matches matches, String problem) {
}
