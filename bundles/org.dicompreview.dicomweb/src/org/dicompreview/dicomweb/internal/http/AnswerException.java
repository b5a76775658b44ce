package org.dicompreview.dicomweb.internal.http;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Problem;

/** A server has answered, but not with what was asked for. */
public final class AnswerException extends DicomException {

	private static final long serialVersionUID = 1L;

	private final int status;

	/** @param status of HTTP; 200 where the content is another one */
	public AnswerException(int status, Problem problem) {
		super(problem);
		this.status = status;
	}

	/** {@return the status of HTTP; 200 where the content is another one} */
	public int status() {
		return status;
	}

	/** {@return whether another way to the same may work: this one is not offered, or fails for this instance} */
	public boolean mayWorkAnotherWay() {
		return status != 401 && status != 403 && status != 429 && status != 503;
	}
}
