package org.dicompreview.dicom;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The transfer syntaxes by UID: those of PS3.6 annex A and the private ones that are met in archives. */
final class TransferSyntaxes {

	private static final String DEFLATED = "1.2.840.10008.1.2.1.99"; //$NON-NLS-1$
	private static final String PAPYRUS = "1.2.840.10008.1.20"; //$NON-NLS-1$
	private static final String PHILIPS_CT = "1.3.46.670589.33.1.4.1"; //$NON-NLS-1$

	private static final Set<String> IMPLICIT = Set.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.GE_PRIVATE, PAPYRUS);
	private static final Set<String> DEFLATES = Set.of(DEFLATED, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.95", //$NON-NLS-1$
			TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.205"); //$NON-NLS-1$
	private static final Set<String> REFERENCED = Set.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.94", //$NON-NLS-1$
			TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.95", //$NON-NLS-1$
			TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.204", TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.205"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final Set<String> ENCAPSULATED = Set.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".1.98", TransferSyntax.RLE_LOSSLESS, //$NON-NLS-1$
			TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".8.1"); //$NON-NLS-1$

	private static final Map<String, TransferSyntax> KNOWN = UidTable.STANDARD.uids()
			.filter(uid -> uid.equals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
					|| uid.startsWith(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + '.') || uid.equals(PAPYRUS))
			.collect(Collectors.toMap(uid -> uid, uid -> known(uid, UidTable.STANDARD.name(uid).orElse(uid))));
	private static final Map<String, TransferSyntax> PRIVATE = Map.of(
			TransferSyntax.GE_PRIVATE, known(TransferSyntax.GE_PRIVATE, "GE Private Implicit VR, Big Endian Pixels"), //$NON-NLS-1$
			PHILIPS_CT, known(PHILIPS_CT, "Philips Private Explicit VR Little Endian")); //$NON-NLS-1$

	private TransferSyntaxes() {
	}

	/** {@return the transfer syntax with this UID} */
	static TransferSyntax of(String uid) {
		TransferSyntax known = KNOWN.get(uid);
		if (known == null) {
			known = PRIVATE.get(uid);
		}
		return known != null ? known : new TransferSyntax(uid, uid, true, false, false, true, false);
	}

	/** {@return whether frames of this syntax are parts of one video stream} */
	static boolean isVideo(TransferSyntax syntax) {
		String prefix = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.10"; //$NON-NLS-1$
		return syntax.uid().startsWith(prefix) && syntax.uid().length() > prefix.length();
	}

	private static TransferSyntax known(String uid, String name) {
		boolean compressed = uid.startsWith(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN + ".4.") && !REFERENCED.contains(uid); //$NON-NLS-1$
		return new TransferSyntax(uid, name, !IMPLICIT.contains(uid), uid.equals(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN),
				DEFLATES.contains(uid),
				compressed || ENCAPSULATED.contains(uid), true);
	}
}
