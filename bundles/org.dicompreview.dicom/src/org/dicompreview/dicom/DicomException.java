package org.dicompreview.dicom;

import java.io.IOException;

/** A DICOM object cannot be read. {@link #problem()} says why, in which instance, at which tag and byte. */
public class DicomException extends IOException implements HasProblem {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	/** @param problem what is wrong, and where */
	public DicomException(Problem problem) {
		this(problem, null);
	}

	/** As above, with the cause. */
	public DicomException(Problem problem, Throwable cause) {
		super(null, cause);
		this.problem = problem;
	}

	@Override
	public Problem problem() {
		return problem;
	}

	/** {@return the words of the problem, with the location} */
	@Override
	public String getMessage() {
		return Texts.withLocation(problem);
	}
}
