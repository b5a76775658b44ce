package org.dicompreview.dcm4che.internal;

import java.util.Map;

/** The files of the corpus on which the readers disagree, and which of them the standard backs. */
final class Disagreements {

	private static final String DAMAGED = "neither is wrong: the file is damaged; the built-in reader keeps what it " //$NON-NLS-1$
			+ "read before the damage, dcm4che gives up"; //$NON-NLS-1$

	/** Headers that only the built-in reader reads, by path: why. */
	static final Map<String, String> ONLY_BUILT_IN = Map.ofEntries(
			Map.entry("malformed/UN_sequence.dcm", //$NON-NLS-1$
					"built-in: a sequence of VR UN is encoded in implicit VR (PS3.5 section 6.2.2 note 2)"), //$NON-NLS-1$
			Map.entry("malformed/derived/element-length-huge.dcm", DAMAGED), //$NON-NLS-1$
			Map.entry("malformed/derived/header-truncated.dcm", DAMAGED), //$NON-NLS-1$
			Map.entry("malformed/rtplan_truncated.dcm", DAMAGED), //$NON-NLS-1$
			Map.entry("malformed/derived/sequence-no-delimiter.dcm", //$NON-NLS-1$
					"dcm4che: a sequence of undefined length has to be delimited (PS3.5 section 7.5.2)"), //$NON-NLS-1$
			Map.entry("malformed/derived/no-preamble.dcm", //$NON-NLS-1$
					"dcm4che: a file has a preamble and a prefix (PS3.10 section 7.1)"), //$NON-NLS-1$
			Map.entry("malformed/derived/transfer-syntax-says-bigendian.dcm", //$NON-NLS-1$
					"dcm4che: the stated transfer syntax counts (PS3.10 section 7.1); the built-in reader sees that it is wrong"), //$NON-NLS-1$
			Map.entry("malformed/derived/transfer-syntax-says-implicit.dcm", //$NON-NLS-1$
					"dcm4che: the stated transfer syntax counts (PS3.10 section 7.1); the built-in reader sees that it is wrong"), //$NON-NLS-1$
			Map.entry("malformed/meta_missing_tsyntax.dcm", //$NON-NLS-1$
					"neither: Transfer Syntax UID has to be there (PS3.10 section 7.1); the built-in reader recognises it"), //$NON-NLS-1$
			Map.entry("transfer-syntax/1.2.4.50-jpeg-baseline/SC_rgb_jpeg.dcm", //$NON-NLS-1$
					"dcm4che: with JPEG the data set is in explicit VR (PS3.5 section A.4), here it is not")); //$NON-NLS-1$

	/** Headers that both read, but of whose damage only the built-in reader tells, by path: why. */
	static final Map<String, String> ONLY_BUILT_IN_TELLS = Map.of(
			"malformed/derived/meta-group-length-wrong.dcm", //$NON-NLS-1$
			"built-in: the group length is that of the meta information (PS3.10 section 7.1)", //$NON-NLS-1$
			"malformed/derived/vr-garbage.dcm", "built-in: a VR is one of those in PS3.5 section 6.2"); //$NON-NLS-1$ //$NON-NLS-2$

	/** Files that neither reads, but that only the built-in reader calls DICOM: they have the prefix of PS3.10 7.1. */
	static final Map<String, String> BROKEN_OR_FOREIGN = Map.of(
			"malformed/derived/magic-then-noise.dcm", "built-in: the prefix makes it a damaged DICOM file", //$NON-NLS-1$ //$NON-NLS-2$
			"malformed/derived/preamble-only.dcm", "built-in: the prefix makes it a damaged DICOM file"); //$NON-NLS-1$ //$NON-NLS-2$

	private Disagreements() {
	}
}
