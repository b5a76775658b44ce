package org.dicompreview.series;

import java.util.Objects;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceLocation;

/**
 * A series of which is known that it is there, before its instances are. Immutable.
 *
 * @param location   where it lies
 * @param attributes of patient, study and series
 * @param instances  how many there are, as its source says; 0 where that is not known
 * @since 0.1.0
 */
public record ListedSeries(InstanceLocation location, Attributes attributes, int instances) {

	/** Checks that it is somewhere. */
	public ListedSeries {
		Objects.requireNonNull(location);
		Objects.requireNonNull(attributes);
	}
}
