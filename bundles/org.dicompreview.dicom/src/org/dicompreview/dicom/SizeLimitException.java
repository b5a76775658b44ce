package org.dicompreview.dicom;

import java.io.IOException;

/** A stream gives more bytes than the limits allow. */
public final class SizeLimitException extends IOException implements HasProblem {

	private static final long serialVersionUID = 1L;

	private final long limit;

	SizeLimitException(long limit) {
		this.limit = limit;
	}

	@Override
	public Problem problem() {
		return Problem.of(DicomText.MORE_BYTES, limit);
	}

	@Override
	public String getMessage() {
		return Texts.words(problem());
	}
}
