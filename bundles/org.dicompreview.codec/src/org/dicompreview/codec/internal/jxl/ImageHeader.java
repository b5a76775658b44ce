package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** What the head of a codestream says of the image (ISO/IEC 18181-1, annex A and clause 9). */
final class ImageHeader {

	private static final int SIGNATURE = 0x0AFF;
	private static final int MAX_SIZE = 1 << 28;
	private static final int MAX_EXTRA = 16;
	private static final int MAX_PROFILE = 1 << 26;
	private static final int PROFILE_CONTEXTS = 41;
	private static final int PROFILE_HEAD = 128;
	private static final int[] NUMERATORS = { 1, 6, 4, 3, 16, 5, 2 };
	private static final int[] DENOMINATORS = { 1, 5, 3, 2, 9, 4, 1 };

	/** Width and height as coded, before {@link #orientation}. */
	int width;
	int height;
	/** How to turn and flip, 1-8 as in Exif. */
	int orientation = 1;
	/** Size of a preview that comes before the image, or null. */
	int[] preview;
	boolean animated;
	boolean timecodes;
	/** Samples of the colours. */
	Depth depth = Depth.DEFAULT;
	ExtraChannel[] extra = {};
	boolean xyb = true;
	ColourEncoding colours = ColourEncoding.DEFAULT;
	/** Luminance of white in candela per square metre. */
	float intensity = 255;
	final OpsinInverse opsin = new OpsinInverse();
	/** Weights for upsampling by 2, 4 and 8, null where they are the usual ones. */
	final float[][] upsampling = new float[3][];

	/** Reads the head and stops at the first frame. */
	static ImageHeader read(Bits bits) throws DecodeException {
		if (bits.read(16) != SIGNATURE) {
			throw new DecodeException(JxlText.NO_SIGNATURE);
		}
		ImageHeader header = new ImageHeader();
		int[] size = readSize(bits);
		header.width = size[0];
		header.height = size[1];
		if (!bits.flag()) {
			header.readMetadata(bits);
		}
		header.readTransforms(bits);
		if (header.colours.profile()) {
			passProfile(bits);
		}
		bits.align();
		bits.check();
		return header;
	}

	/** {@return the number of colour channels of the image} */
	int colourChannels() {
		return colours.grey() ? 1 : 3;
	}

	private static int[] readSize(Bits bits) throws DecodeException {
		boolean small = bits.flag();
		int height = small ? bits.read(5) + 1 << 3 : bits.u32(1, 9, 1, 13, 1, 18, 1, 30);
		int ratio = bits.read(3);
		int width = ratio > 0 ? ratio(height, ratio)
				: small ? bits.read(5) + 1 << 3 : bits.u32(1, 9, 1, 13, 1, 18, 1, 30);
		if (width < 1 || height < 1 || width > MAX_SIZE || height > MAX_SIZE) {
			throw new DecodeException(JxlText.IMAGE_SIZE, width, height);
		}
		return new int[] { width, height };
	}

	private static int ratio(int height, int ratio) {
		return (int) ((long) height * NUMERATORS[ratio - 1] / DENOMINATORS[ratio - 1]);
	}

	private void readMetadata(Bits bits) throws DecodeException {
		boolean more = bits.flag();
		if (more) {
			orientation = bits.read(3) + 1;
			if (bits.flag()) {
				readSize(bits);
			}
			if (bits.flag()) {
				preview = readPreview(bits);
			}
			animated = bits.flag();
			if (animated) {
				bits.u32(100, 0, 1000, 0, 1, 10, 1, 30);
				bits.u32(1, 0, 1001, 0, 1, 8, 1, 10);
				bits.u32(0, 0, 0, 3, 0, 16, 0, 32);
				timecodes = bits.flag();
			}
		}
		depth = Depth.read(bits);
		bits.flag(); // whether 16 bits are enough in between
		extra = new ExtraChannel[bits.bounded(JxlText.TOO_MANY_EXTRA_CHANNELS, MAX_EXTRA, 0, 0, 1, 0, 2, 4, 1, 12)];
		for (int i = 0; i < extra.length; i++) {
			extra[i] = ExtraChannel.read(bits);
		}
		xyb = bits.flag();
		colours = ColourEncoding.read(bits);
		if (more && !bits.flag()) {
			intensity = bits.f16();
			bits.f16();
			bits.flag();
			bits.f16();
			if (!(intensity > 0)) {
				throw new DecodeException(JxlText.WHITE_LUMINANCE, intensity);
			}
		}
		bits.extensions();
	}

	private static int[] readPreview(Bits bits) throws DecodeException {
		boolean eights = bits.flag();
		int height = eights ? bits.u32(16, 0, 32, 0, 1, 5, 33, 9) << 3 : bits.u32(1, 6, 65, 8, 321, 10, 1345, 12);
		int ratio = bits.read(3);
		int width = ratio > 0 ? ratio(height, ratio)
				: eights ? bits.u32(16, 0, 32, 0, 1, 5, 33, 9) << 3 : bits.u32(1, 6, 65, 8, 321, 10, 1345, 12);
		return new int[] { width, height };
	}

	private void readTransforms(Bits bits) throws DecodeException {
		if (bits.flag()) {
			return;
		}
		if (xyb) {
			opsin.read(bits);
		}
		int custom = bits.read(3);
		for (int i = 0; i < 3; i++) {
			if ((custom >> i & 1) != 0) {
				upsampling[i] = new float[new int[] { 15, 55, 210 }[i]];
				for (int k = 0; k < upsampling[i].length; k++) {
					upsampling[i][k] = bits.f16();
				}
			}
		}
	}

	/** Passes the ICC profile (E.4), whose bytes say nothing that decoding needs. */
	private static void passProfile(Bits bits) throws DecodeException {
		long size = bits.u64();
		if (size < 0 || size > MAX_PROFILE) {
			throw new DecodeException(JxlText.ICC_PROFILE_SIZE, size);
		}
		EntropyReader reader = new EntropyReader(EntropyCode.read(bits, PROFILE_CONTEXTS), bits, 0);
		int last = 0;
		int beforeLast = 0;
		for (int i = 0; i < size; i++) {
			int value = reader.read(i > PROFILE_HEAD ? profileContext(last, beforeLast) : 0) & 0xFF;
			beforeLast = last;
			last = value;
			if ((i & 1023) == 0) {
				bits.check();
			}
		}
		reader.end();
	}

	private static int profileContext(int last, int beforeLast) {
		int first;
		if (isLetter(last)) {
			first = 0;
		} else if (isDigit(last)) {
			first = 1;
		} else if (last < 16) {
			first = last <= 1 ? 2 + last : 4;
		} else {
			first = last == 255 ? 6 : last > 240 ? 5 : 7;
		}
		int second;
		if (isLetter(beforeLast)) {
			second = 0;
		} else if (isDigit(beforeLast)) {
			second = 1;
		} else {
			second = beforeLast < 16 ? 2 : beforeLast > 240 ? 3 : 4;
		}
		return 1 + first + 8 * second;
	}

	private static boolean isLetter(int value) {
		int lower = value | 0x20;
		return lower >= 'a' && lower <= 'z';
	}

	private static boolean isDigit(int value) {
		return value >= '0' && value <= '9' || value == '.' || value == ',';
	}
}
