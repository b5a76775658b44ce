package org.dicompreview.series.internal.catalog;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ListedSeries;

/**
 * What a root lists of a series.
 *
 * @param root   the root
 * @param series what it says
 * @param filler gets the instances
 * @param filled whether they are known
 */
record Listed(InstanceLocation root, ListedSeries series, Catalog.Filler filler, boolean filled) {

	/** {@return whether another entry speaks of the same} */
	boolean isSame(Listed other) {
		return root.equals(other.root) && series.location().equals(other.series.location());
	}

	/** {@return this, when its instances are known} */
	Listed asFilled() {
		return new Listed(root, series, filler, true);
	}
}
