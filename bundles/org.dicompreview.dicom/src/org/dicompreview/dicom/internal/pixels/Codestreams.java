package org.dicompreview.dicom.internal.pixels;

import java.util.Optional;

import org.dicompreview.dicom.TransferSyntax;

/** Recognises compressed images by their first bytes. */
final class Codestreams {

	/** How many bytes {@link #isStart} looks at. */
	static final int SIGNATURE = 12;

	private static final String PREFIX = "1.2.840.10008.1.2.4."; //$NON-NLS-1$
	private static final int SOF_BASELINE = 0xC0;
	private static final int SOF_EXTENDED = 0xC1;
	private static final int SOF_PROGRESSIVE = 0xC2;
	private static final int SOF_LOSSLESS = 0xC3;
	private static final int SOF_JPEG_LS = 0xF7;
	private static final int JPEG_2000_CAPABILITIES = 0x50;

	/** What tells compressed images apart. */
	private enum Family {
		DCT, LOSSLESS_JPEG, JPEG_LS, JPEG_2000, JPEG_XL, OTHER
	}

	private Codestreams() {
	}

	/** {@return whether a compressed image begins here, of any family but RLE} */
	static boolean isStart(byte[] bytes, int at, int length) {
		return isJpeg(bytes, at, length) || isJpeg2000(bytes, at, length) || isJpegXl(bytes, at, length);
	}

	/** {@return whether an RLE header can begin here: 1 to 15 segments of which the first follows it (PS3.5 G.5)} */
	static boolean isRleHeader(byte[] bytes, int at, int length) {
		return length >= 8 && bytes[at] >= 1 && bytes[at] <= 15 && (bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) == 0
				&& bytes[at + 4] == 64 && (bytes[at + 5] | bytes[at + 6] | bytes[at + 7]) == 0;
	}

	private static boolean isJpeg(byte[] bytes, int at, int length) {
		return length >= 3 && u8(bytes, at) == 0xFF && u8(bytes, at + 1) == 0xD8 && u8(bytes, at + 2) == 0xFF;
	}

	private static boolean isJpeg2000(byte[] bytes, int at, int length) {
		return length >= 4 && i32(bytes, at) == 0xFF4FFF51 || length >= 8 && i32(bytes, at) == 12
				&& i32(bytes, at + 4) == 0x6A502020;
	}

	private static boolean isJpegXl(byte[] bytes, int at, int length) {
		return length >= 2 && u8(bytes, at) == 0xFF && u8(bytes, at + 1) == 0x0A
				|| length >= 8 && i32(bytes, at) == 12 && i32(bytes, at + 4) == 0x4A584C20;
	}

	/**
	 * {@return the transfer syntax that a codestream really has; absent if the stated one agrees with it, or if the
	 * codestream is not recognised}
	 *
	 * @param stated the transfer syntax of the file
	 * @param bytes  the beginning of the codestream
	 * @param at     its first byte
	 * @param length how many bytes there are
	 */
	static Optional<TransferSyntax> correction(TransferSyntax stated, byte[] bytes, int at, int length) {
		String real = null;
		if (isJpeg(bytes, at, length)) {
			real = jpeg(bytes, at, length);
		} else if (isJpeg2000(bytes, at, length)) {
			real = isHighThroughput(bytes, at, length) ? PREFIX + "203" : PREFIX + "91"; //$NON-NLS-1$ //$NON-NLS-2$
		} else if (length >= 8 && isJpegXl(bytes, at, length)) {
			real = PREFIX + "112"; //$NON-NLS-1$
		}
		if (real == null || !stated.known() || family(real) == family(stated.uid())) {
			return Optional.empty();
		}
		return Optional.of(TransferSyntax.of(real));
	}

	private static Family family(String uid) {
		if (!uid.startsWith(PREFIX)) {
			return Family.OTHER;
		}
		return switch (uid.substring(PREFIX.length())) {
			case "50", "51", "52", "53", "54", "55", "56", "59", "60", "61", "62", "63", "64" -> Family.DCT; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$
			case "57", "58", "65", "66", "70" -> Family.LOSSLESS_JPEG; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			case "80", "81" -> Family.JPEG_LS; //$NON-NLS-1$ //$NON-NLS-2$
			case "90", "91", "92", "93", "201", "202", "203" -> Family.JPEG_2000; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
			case "110", "111", "112" -> Family.JPEG_XL; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			default -> Family.OTHER;
		};
	}

	/** Walks over the marker segments to the frame header, which tells the process. */
	private static String jpeg(byte[] bytes, int at, int length) {
		int end = at + length;
		int i = at + 2;
		while (i + 4 <= end && u8(bytes, i) == 0xFF) {
			switch (u8(bytes, i + 1)) {
				case SOF_BASELINE:
					return PREFIX + "50"; //$NON-NLS-1$
				case SOF_EXTENDED:
					return PREFIX + "51"; //$NON-NLS-1$
				case SOF_PROGRESSIVE:
					return PREFIX + "55"; //$NON-NLS-1$
				case SOF_LOSSLESS:
					return PREFIX + "57"; //$NON-NLS-1$
				case SOF_JPEG_LS:
					return PREFIX + "81"; //$NON-NLS-1$
				case 0xFF:
					i++;
					break;
				default:
					i += 2 + (u8(bytes, i + 2) << 8 | u8(bytes, i + 3));
			}
		}
		return null;
	}

	private static boolean isHighThroughput(byte[] bytes, int at, int length) {
		int end = at + length;
		int i = at + 2;
		while (i + 4 <= end && u8(bytes, i) == 0xFF && u8(bytes, i + 1) >= 0x50 && u8(bytes, i + 1) < 0x90) {
			if (u8(bytes, i + 1) == JPEG_2000_CAPABILITIES) {
				return true;
			}
			i += 2 + (u8(bytes, i + 2) << 8 | u8(bytes, i + 3));
		}
		return false;
	}

	private static int u8(byte[] bytes, int at) {
		return bytes[at] & 0xFF;
	}

	private static int i32(byte[] bytes, int at) {
		return u8(bytes, at) << 24 | u8(bytes, at + 1) << 16 | u8(bytes, at + 2) << 8 | u8(bytes, at + 3);
	}
}
