package org.dicompreview.ui.ide.internal.compare;

import org.dicompreview.dicom.InstanceLocation;

/**
 * The instances that are compared at the moment: those of the slices on show. A property of the configuration that the viewers of
 * one comparison share.
 *
 * @param left  the left one
 * @param right the right one
 */
record Pair(InstanceLocation left, InstanceLocation right) {

	/** Name of the property. */
	static final String PROPERTY = "org.dicompreview.ui.ide.compare.pair"; //$NON-NLS-1$
}
