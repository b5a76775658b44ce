package org.dicompreview.series.internal.archive;

import java.io.IOException;

/** An archive is damaged or ends early; what lies before that is there all the same. */
final class DamagedArchiveException extends IOException {

	private static final long serialVersionUID = 1;

	DamagedArchiveException(Throwable cause) {
		super(cause);
	}
}
