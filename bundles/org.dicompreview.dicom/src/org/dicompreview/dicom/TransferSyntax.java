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

	/** UID of Implicit VR Little Endian, the default of DICOM. */
	public static final String IMPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2"; //$NON-NLS-1$
	/** UID of Explicit VR Little Endian, the usual one of uncompressed files. */
	public static final String EXPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2.1"; //$NON-NLS-1$
	/** UID of Explicit VR Big Endian; retired. */
	public static final String EXPLICIT_VR_BIG_ENDIAN = "1.2.840.10008.1.2.2"; //$NON-NLS-1$
	/** UID of RLE Lossless. */
	public static final String RLE_LOSSLESS = "1.2.840.10008.1.2.5"; //$NON-NLS-1$
	/** UID of GE's private syntax: an implicit little endian data set with big-endian pixels. */
	public static final String GE_PRIVATE = "1.2.840.113619.5.2"; //$NON-NLS-1$

	/**
	 * {@return the transfer syntax with this UID; an unknown UID gives an encapsulated explicit little endian one with
	 * {@link #known()} false}
	 *
	 * @param uid the UID, without padding
	 */
	public static TransferSyntax of(String uid) {
		return TransferSyntaxes.of(uid);
	}

	/** {@return whether the frames are parts of one video stream (MPEG, HEVC) rather than images of their own} */
	public boolean video() {
		return TransferSyntaxes.isVideo(this);
	}
}
