package org.dicompreview.dicom.internal.io;

import java.io.IOException;

import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.HasProblem;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;

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
