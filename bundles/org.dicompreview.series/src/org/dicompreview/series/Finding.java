package org.dicompreview.series;

import java.util.List;

import org.dicompreview.dicom.Text;

/**
 * One result of the diagnosis of a stack or series.
 *
 * @param kind    what was found
 * @param message the finding, with numbers and units
 * @param slices  the slices that it speaks of, possibly none (a missing position has no slice)
 */
public record Finding(Kind kind, Text message, List<Slice> slices) {

	/** Kinds of findings. */
	public enum Kind {
		/** Positions where the spacing suggests an image are empty. */
		MISSING_POSITIONS,
		/** Several images at one position that no further axis explains. */
		REPEATED_POSITIONS,
		/** Distances between neighbours differ by more than the tolerance. */
		UNEQUAL_SPACING,
		/** The planes of the stack are not parallel, so it runs in order of acquisition. */
		MIXED_ORIENTATION,
		/** The stack is sheared: the gantry was tilted. */
		TILT,
		/** The grid of axes has gaps. */
		INCOMPLETE_GRID,
		/** Window or rescale change from slice to slice. */
		CHANGING_VALUES,
		/** Several files carry the same SOP Instance UID, and are not the same. */
		DUPLICATE_INSTANCES,
		/** Files are identical copies of others, and not shown for that; see {@link Series#copies()}. */
		IDENTICAL_COPIES,
		/** Files of one series disagree about patient or study, or several patients or studies use the same UID. */
		CONTRADICTION
	}

	/** Copies the list. */
	public Finding {
		slices = List.copyOf(slices);
	}
}
