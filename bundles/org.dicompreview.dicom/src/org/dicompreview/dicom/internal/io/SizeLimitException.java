package org.dicompreview.dicom.internal.io;

import java.io.IOException;

/** A stream gives more bytes than the limits allow. */
public final class SizeLimitException extends IOException {

	private static final long serialVersionUID = 1L;

	SizeLimitException(long limit) {
		super("more than " + limit + " bytes"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
