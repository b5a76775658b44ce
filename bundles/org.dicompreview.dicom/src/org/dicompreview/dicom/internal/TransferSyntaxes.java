package org.dicompreview.dicom.internal;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.internal.dictionary.UidTable;

/** The transfer syntaxes by UID: those of PS3.6 annex A and the private ones that are met in archives. */
public final class TransferSyntaxes {

	/** The default of DICOM. */
	public static final String IMPLICIT_LITTLE = "1.2.840.10008.1.2"; //$NON-NLS-1$
	/** The usual one of uncompressed files. */
	public static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"; //$NON-NLS-1$
	/** Retired. */
	public static final String EXPLICIT_BIG = "1.2.840.10008.1.2.2"; //$NON-NLS-1$
	/** Run lengths. */
	public static final String RLE = "1.2.840.10008.1.2.5"; //$NON-NLS-1$
	/** The data set is deflated. */
	public static final String DEFLATED = "1.2.840.10008.1.2.1.99"; //$NON-NLS-1$
	/** GE's private syntax: an implicit little endian data set with big-endian pixels. */
	public static final String GE_PRIVATE = "1.2.840.113619.5.2"; //$NON-NLS-1$
	private static final String PAPYRUS = "1.2.840.10008.1.20"; //$NON-NLS-1$
	private static final String PHILIPS_CT = "1.3.46.670589.33.1.4.1"; //$NON-NLS-1$

	private static final Set<String> IMPLICIT = Set.of(IMPLICIT_LITTLE, GE_PRIVATE, PAPYRUS);
	private static final Set<String> DEFLATES = Set.of(DEFLATED, IMPLICIT_LITTLE + ".4.95", IMPLICIT_LITTLE + ".4.205"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final Set<String> REFERENCED = Set.of(IMPLICIT_LITTLE + ".4.94", IMPLICIT_LITTLE + ".4.95", //$NON-NLS-1$ //$NON-NLS-2$
			IMPLICIT_LITTLE + ".4.204", IMPLICIT_LITTLE + ".4.205"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final Set<String> ENCAPSULATED = Set.of(IMPLICIT_LITTLE + ".1.98", RLE, //$NON-NLS-1$
			IMPLICIT_LITTLE + ".8.1"); //$NON-NLS-1$

	private static final Map<String, TransferSyntax> KNOWN = UidTable.STANDARD.uids()
			.filter(uid -> uid.equals(IMPLICIT_LITTLE) || uid.startsWith(IMPLICIT_LITTLE + '.') || uid.equals(PAPYRUS))
			.collect(Collectors.toMap(uid -> uid, uid -> known(uid, UidTable.STANDARD.name(uid).orElse(uid))));
	private static final Map<String, TransferSyntax> PRIVATE = Map.of(
			GE_PRIVATE, known(GE_PRIVATE, "GE Private Implicit VR, Big Endian Pixels"), //$NON-NLS-1$
			PHILIPS_CT, known(PHILIPS_CT, "Philips Private Explicit VR Little Endian")); //$NON-NLS-1$

	private TransferSyntaxes() {
	}

	/** {@return the transfer syntax with this UID} */
	public static TransferSyntax of(String uid) {
		TransferSyntax known = KNOWN.get(uid);
		if (known == null) {
			known = PRIVATE.get(uid);
		}
		return known != null ? known : new TransferSyntax(uid, uid, true, false, false, true, false);
	}

	/** {@return whether frames of this syntax are parts of one video stream} */
	public static boolean isVideo(TransferSyntax syntax) {
		String prefix = IMPLICIT_LITTLE + ".4.10"; //$NON-NLS-1$
		return syntax.uid().startsWith(prefix) && syntax.uid().length() > prefix.length();
	}

	private static TransferSyntax known(String uid, String name) {
		boolean compressed = uid.startsWith(IMPLICIT_LITTLE + ".4.") && !REFERENCED.contains(uid); //$NON-NLS-1$
		return new TransferSyntax(uid, name, !IMPLICIT.contains(uid), uid.equals(EXPLICIT_BIG), DEFLATES.contains(uid),
				compressed || ENCAPSULATED.contains(uid), true);
	}
}
