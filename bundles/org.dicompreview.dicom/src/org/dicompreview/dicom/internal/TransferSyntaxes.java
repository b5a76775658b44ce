package org.dicompreview.dicom.internal;

import org.dicompreview.dicom.TransferSyntax;

/** The transfer syntaxes by UID. */
public final class TransferSyntaxes {

	private TransferSyntaxes() {
	}

	/** {@return the transfer syntax with this UID} */
	public static TransferSyntax of(String uid) {
		return new TransferSyntax(uid, uid, true, false, false, true, false);
	}
}
