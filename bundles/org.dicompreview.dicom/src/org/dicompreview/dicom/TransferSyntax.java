package org.dicompreview.dicom;

/**
 * A transfer syntax (PS3.5 section 10): how a data set is encoded and how its pixels are compressed.
 *
 * @param uid         the UID
 * @param name        the name of PS3.6 annex A, or the UID where it is unknown
 * @param explicitVR  whether elements carry their VR
 * @param bigEndian   byte order of the data set
 * @param deflated    whether the data set after the meta information is deflated (PS3.5 A.5)
 * @param encapsulated whether Pixel Data is a sequence of fragments (PS3.5 A.4)
 * @param known       whether this is a transfer syntax of the standard (or a known private one)
 */
public record TransferSyntax(String uid, String name, boolean explicitVR, boolean bigEndian, boolean deflated,
		boolean encapsulated, boolean known) {

	/**
	 * {@return the transfer syntax with this UID; an unknown UID gives an encapsulated explicit little endian one with
	 * {@link #known()} false}
	 *
	 * @param uid the UID, without padding
	 */
	public static TransferSyntax of(String uid) {
		return org.dicompreview.dicom.internal.TransferSyntaxes.of(uid);
	}

	/** {@return whether the frames are parts of one video stream (MPEG, HEVC) rather than images of their own} */
	public boolean video() {
		return org.dicompreview.dicom.internal.TransferSyntaxes.isVideo(this);
	}
}
