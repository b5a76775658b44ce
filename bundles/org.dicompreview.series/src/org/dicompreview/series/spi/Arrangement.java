package org.dicompreview.series.spi;

import java.util.List;

import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;

/**
 * The order of a stack, the answer of an {@link OrderingRule}.
 *
 * @param rule      how the position axis is ordered, for people: {@code position along normal}
 * @param spatial   whether the position axis is a place in the patient, in mm: along the normal of the planes where all
 *                  have the same one, else along whatever the rule says
 * @param positions name and label of the position axis, with one value for each position; for a spatial stack
 *                  {@code values} may be empty: they follow from the offsets
 * @param axes      the further axes
 * @param places    the places of all frames; no two share position and coordinates
 */
public record Arrangement(String rule, boolean spatial, Axis positions, List<Axis> axes, List<Place> places) {

	/** Copies the lists. */
	public Arrangement {
		axes = List.copyOf(axes);
		places = List.copyOf(places);
	}

	/**
	 * Where a frame goes.
	 *
	 * @param frame       the frame
	 * @param position    index along the position axis, from 0 without gaps
	 * @param coordinates one index for each further axis, from 0; not copied: nobody changes it
	 */
	public record Place(ImageFrame frame, int position, int... coordinates) {
	}
}
