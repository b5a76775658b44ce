package org.dicompreview.opencv.internal;

import java.util.Optional;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;

/**
 * What the head of a codestream says, read before native code gets to see it.
 *
 * @param process    how it is encoded
 * @param columns    width in pixels
 * @param rows       height in pixels
 * @param components samples per pixel; 0 if the head is not read so far
 * @param precision  bits of a sample, 0 likewise
 * @param signed     whether samples are signed
 * @param transform  whether decoding of JPEG 2000 reverses a component transformation
 */
record Codestream(Process process, long columns, long rows, int components, int precision, boolean signed,
		boolean transform) {

	/** How a codestream is encoded. */
	enum Process {
		/** JPEG with DCT: sequential or progressive (ISO 10918-1). */
		DCT,
		/** Lossless JPEG. */
		LOSSLESS,
		/** JPEG-LS (ISO 14495-1). */
		JPEG_LS,
		/** JPEG 2000, bare (ISO 15444-1). */
		JPEG_2000,
		/** JPEG XL, bare or in a container (ISO 18181). */
		JPEG_XL
	}

	private static final int START = 0xFFD8;
	private static final int START_2000 = 0xFF4F;
	private static final int SIZE_2000 = 0xFF51;
	private static final int CODING_STYLE_2000 = 0xFF52;
	private static final int TILE_2000 = 0xFF90;
	private static final int START_XL = 0xFF0A;
	private static final int END = 0xFFD9;
	private static final int PADDING = 16;

	/** {@return the head of a frame; absent if it is none of these, or hurt} */
	static Optional<Codestream> of(EncodedFrame frame) {
		try {
			HeadReader head = new HeadReader(frame);
			return switch (head.u16(0)) {
				case START -> jpeg(head);
				case START_2000 -> jpeg2000(head);
				default -> jpegXl(head);
			};
		} catch (IndexOutOfBoundsException e) { // the head is not whole
			return Optional.empty();
		}
	}

	/** Marker segments up to the start of a frame. */
	private static Optional<Codestream> jpeg(HeadReader head) {
		int at = 2;
		while (head.u8(at) == 0xFF) {
			int marker = head.u8(at + 1);
			if (marker == 0xFF) { // a fill byte
				at++;
				continue;
			}
			Process process = switch (marker) {
				case 0xC0, 0xC1, 0xC2 -> Process.DCT;
				case 0xC3 -> Process.LOSSLESS;
				case 0xF7 -> Process.JPEG_LS;
				default -> null;
			};
			if (process != null) {
				return Optional.of(new Codestream(process, head.u16(at + 7), head.u16(at + 5), head.u8(at + 9),
						head.u8(at + 4), false, false));
			}
			at += 2 + head.u16(at + 2);
		}
		return Optional.empty();
	}

	/** The size segment, which comes first. */
	private static Optional<Codestream> jpeg2000(HeadReader head) {
		if (head.u16(2) != SIZE_2000) {
			return Optional.empty();
		}
		int components = head.u16(40);
		int depth = head.u8(42);
		for (int i = 0; i < components; i++) {
			if (head.u8(42 + 3 * i) != depth || head.u8(43 + 3 * i) != 1 || head.u8(44 + 3 * i) != 1) {
				return Optional.empty(); // unlike components are not for OpenCV
			}
		}
		return Optional.of(new Codestream(Process.JPEG_2000, head.u32(8) - head.u32(16), head.u32(12) - head.u32(20),
				components, (depth & 0x7F) + 1, depth > 0x7F, isTransformed(head)));
	}

	/** What the coding style of the main header says (ISO 15444-1 A.6.1). */
	private static boolean isTransformed(HeadReader head) {
		int at = 2;
		while (head.u16(at) != CODING_STYLE_2000) {
			if (head.u16(at) == TILE_2000) {
				return false;
			}
			at += 2 + head.u16(at + 2);
		}
		return (head.u8(at + 8) & 1) != 0;
	}

	private static Optional<Codestream> jpegXl(HeadReader head) {
		int at = head.u16(0) == START_XL ? 0 : head.xlCodestream();
		if (at < 0 || head.u16(at) != START_XL) {
			return Optional.empty();
		}
		long[] size = head.xlSize(at + 2);
		return Optional.of(new Codestream(Process.JPEG_XL, size[0], size[1], 0, 0, false, false));
	}

	/** {@return whether this is what the data set states, so that nothing has to be put right} */
	boolean agrees(PixelFormat format) {
		boolean size = columns == format.columns() && rows == format.rows();
		return size && (process == Process.JPEG_XL || components == format.samplesPerPixel()
				&& precision == format.bitsStored() && (process != Process.JPEG_2000 || signed == format.signed()));
	}

	/** {@return whether a stream of this process ends as it has to: one that is cut off is not for OpenCV, which may not tell} */
	boolean ends(EncodedFrame frame) {
		if (process == Process.JPEG_XL) {
			return true; // which has no end of its own
		}
		HeadReader bytes = new HeadReader(frame);
		for (int at = frame.length() - 2; at > 2 && at >= frame.length() - PADDING; at--) {
			if (bytes.u16(at) == END) {
				return true;
			}
		}
		return false;
	}
}
