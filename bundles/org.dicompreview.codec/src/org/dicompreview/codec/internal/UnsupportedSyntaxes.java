package org.dicompreview.codec.internal;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TransferSyntax;

/** Says why frames of a transfer syntax cannot be decoded. */
final class UnsupportedSyntaxes {

	/** All UIDs of the standard begin so (PS3.5 section 9); others belong to makers. */
	private static final String STANDARD = "1.2.840.10008.";
	private static final String ROOT = STANDARD + "1.2.";
	private static final String PRIVATE = "private";
	private static final String SOME = "some";

	private UnsupportedSyntaxes() {
	}

	/** {@return the reason, which names the transfer syntax} */
	static Problem reason(TransferSyntax syntax) {
		String uid = syntax.uid();
		Object what = syntax.name().equals(uid) ? name(family(uid)) : syntax.name();
		return Problem.of(DecodeText.UNSUPPORTED, what, uid, Text.of(why(syntax)));
	}

	private static Object name(String family) {
		return switch (family) {
			case PRIVATE -> Text.of(DecodeText.PRIVATE_SYNTAX);
			case SOME -> Text.of(DecodeText.SOME_SYNTAX);
			default -> family;
		};
	}

	private static DecodeText why(TransferSyntax syntax) {
		return switch (family(syntax.uid())) {
			case "MPEG-2", "MPEG-4 AVC/H.264", "HEVC/H.265" -> DecodeText.NO_VIDEO_DECODER;
			case "SMPTE ST 2110" -> DecodeText.LIVE_VIDEO;
			case "JPIP" -> DecodeText.ON_SERVER;
			case "XML encoding", "RFC 2557 MIME encapsulation" -> DecodeText.NO_IMAGES;
			case PRIVATE -> syntax.encapsulated() ? DecodeText.PRIVATE_COMPRESSION : DecodeText.NO_DECODER;
			case SOME -> DecodeText.UNKNOWN_SYNTAX;
			default -> DecodeText.NO_DECODER;
		};
	}

	private static String family(String uid) {
		if (!uid.startsWith(STANDARD)) {
			return PRIVATE;
		}
		if (!uid.startsWith(ROOT)) {
			return SOME;
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
			default -> tail.matches("4\\.[5-7]\\d?") ? "JPEG" : SOME;
		};
	}
}
