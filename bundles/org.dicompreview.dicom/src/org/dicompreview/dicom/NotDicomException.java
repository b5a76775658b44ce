package org.dicompreview.dicom;

/** The file is readable but not DICOM at all: a foreign file, not a broken one. */
public final class NotDicomException extends DicomException {

	private static final long serialVersionUID = 1L;

	/** @param path the foreign file */
	public NotDicomException(InstanceLocation path) {
		super(Problem.of(DicomText.NOT_DICOM).in(path));
	}

	/** Scans meet foreign files by the thousand, and nobody asks where in the reader one was recognised. */
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}
}
