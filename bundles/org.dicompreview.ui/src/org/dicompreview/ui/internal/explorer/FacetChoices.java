package org.dicompreview.ui.internal.explorer;

import java.util.List;

/**
 * What there is to choose from among all that is open, and how much of it is left. Immutable.
 *
 * @param modalities in alphabetical order
 * @param bodyParts  in alphabetical order
 * @param shown      number of series that the filter leaves
 * @param all        number of series
 */
record FacetChoices(List<String> modalities, List<String> bodyParts, int shown, int all) {

	/** Of nothing. */
	static final FacetChoices NONE = new FacetChoices(List.of(), List.of(), 0, 0);
}
