package org.dicompreview.series.validation;

import java.util.Objects;

import org.dicompreview.dicom.Problem;

/**
 * One thing that is wrong with a file or a series. Immutable.
 *
 * @param category what kind of thing
 * @param problem  what, where, in which file; its key names the rule that was broken
 * @param frame    the frame of which it speaks, from 0; -1 for none
 * @since 0.1.0
 */
public record Fault(Category category, Problem problem, int frame) {

	/** Kinds of faults. */
	public enum Category {
		/** The bytes are damaged, or contradict each other so that something cannot be shown as it was meant. */
		DAMAGE,
		/** Nobody here decodes the transfer syntax. */
		SYNTAX,
		/** A value representation, length, number or form of values is not what PS3.5 and PS3.6 say. */
		ENCODING,
		/** An attribute is missing, or has no value, that the IOD requires (PS3.3). */
		REQUIRED,
		/** Images of a series are missing, repeated, not evenly spaced, or contradict each other. */
		SERIES
	}

	/** Checks that nothing is missing. */
	public Fault {
		Objects.requireNonNull(category);
		Objects.requireNonNull(problem);
	}

	/** {@return a name of the rule that was broken, which is stable} */
	public String rule() {
		return problem.what().key().name();
	}
}
