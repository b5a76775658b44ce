package org.dicompreview.codec;

import org.dicompreview.dicom.HasProblem;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TextKey;
import org.dicompreview.dicom.Texts;

/** A frame cannot be decoded at all. {@link #problem()} says why, without naming the file. */
public final class DecodeException extends Exception implements HasProblem {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	/**
	 * @param key       what is wrong
	 * @param arguments what stands in its places, with the byte offset in the codestream where one is known
	 */
	public DecodeException(TextKey key, Object... arguments) {
		this(Problem.of(key, arguments));
	}

	/** @param problem what is wrong */
	public DecodeException(Problem problem) {
		this(problem, null);
	}

	/** As above, with the cause. */
	public DecodeException(Problem problem, Throwable cause) {
		super(null, cause);
		this.problem = problem;
	}

	@Override
	public Problem problem() {
		return problem;
	}

	/** {@return the words of the problem} */
	@Override
	public String getMessage() {
		return Texts.words(problem);
	}
}
