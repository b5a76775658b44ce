package org.dicompreview.codec.internal;

import org.dicompreview.dicom.TransferSyntax;

/** Says why frames of a transfer syntax cannot be decoded. */
final class UnsupportedSyntaxes {

	/** All UIDs of the standard begin so (PS3.5 section 9); others belong to makers. */
	private static final String STANDARD = "1.2.840.10008.";
	private static final String ROOT = STANDARD + "1.2.";
	private static final String PRIVATE = "Private transfer syntax";

	private UnsupportedSyntaxes() {
	}

	/** {@return the reason, a sentence that names the transfer syntax} */
	static String reason(TransferSyntax syntax) {
		String uid = syntax.uid();
		String what = syntax.name().equals(uid) ? family(uid) + " (" + uid + ")" : syntax.name() + " (" + uid + ")";
		return what + " cannot be decoded: " + why(syntax);
	}

	private static String why(TransferSyntax syntax) {
		String uid = syntax.uid();
		return switch (family(uid)) {
			case "MPEG-2", "MPEG-4 AVC/H.264", "HEVC/H.265" ->
				"the decoder for video is not installed (feature \"DICOM Series Preview: Video\")";
			case "SMPTE ST 2110" -> "the images are sent over a network as live video and are not in the file";
			case "JPIP" -> "the images are not in the file but on a JPIP server that it refers to";
			case "XML encoding", "RFC 2557 MIME encapsulation" -> "it does not store images";
			case PRIVATE -> syntax.encapsulated() ? "it is a private compression of the maker's own"
					: "no decoder for it is installed";
			case "Transfer syntax" -> "it is not a transfer syntax that is known";
			default -> "no decoder for it is installed";
		};
	}

	private static String family(String uid) {
		if (!uid.startsWith(STANDARD)) {
			return PRIVATE;
		}
		if (!uid.startsWith(ROOT)) {
			return "Transfer syntax";
		}
		String tail = uid.substring(ROOT.length());
		if (tail.startsWith("7.")) {
			return "SMPTE ST 2110";
		}
		return switch (tail) {
			case "4.110", "4.111", "4.112" -> "JPEG XL";
			case "4.100", "4.100.1", "4.101", "4.101.1" -> "MPEG-2";
			case "4.102", "4.102.1", "4.103", "4.103.1", "4.104", "4.104.1", "4.105", "4.105.1", "4.106", "4.106.1" ->
				"MPEG-4 AVC/H.264";
			case "4.107", "4.108" -> "HEVC/H.265";
			case "4.94", "4.95", "4.204", "4.205" -> "JPIP";
			case "6.1" -> "RFC 2557 MIME encapsulation";
			case "6.2" -> "XML encoding";
			default -> known(tail);
		};
	}

	private static String known(String tail) {
		if (tail.startsWith("4.20")) {
			return "High-Throughput JPEG 2000";
		}
		return switch (tail) {
			case "4.90", "4.91", "4.92", "4.93" -> "JPEG 2000";
			case "4.80", "4.81" -> "JPEG-LS";
			case "5" -> "RLE Lossless";
			default -> tail.matches("4\\.[5-7]\\d?") ? "JPEG" : "Transfer syntax";
		};
	}
}
