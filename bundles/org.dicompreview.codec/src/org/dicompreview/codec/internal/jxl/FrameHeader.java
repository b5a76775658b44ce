package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/** The head of a frame (ISO/IEC 18181-1, annex F). */
final class FrameHeader {

	/** Kinds of frames. */
	static final int REGULAR = 0;
	static final int LOW_FREQUENCY = 1;
	static final int REFERENCE = 2;
	static final int SKIP_PROGRESSIVE = 3;

	/** Bits of {@link #flags}. */
	static final int NOISE = 1;
	static final int PATCHES = 2;
	static final int SPLINES = 16;
	static final int USE_LF_FRAME = 32;
	static final int NO_LF_SMOOTHING = 128;

	private static final int[] SIZE = { 0, 8, 256, 11, 2304, 14, 18688, 30 };
	private static final int MAX_UPSAMPLING = 8;

	int type = REGULAR;
	boolean modular;
	long flags;
	/** Whether colours are luminance and two chrominances. */
	boolean ycc;
	/** Logarithms of the subsampling of each channel, in the order blue, luminance, red differences. */
	final int[] shiftX = new int[3];
	final int[] shiftY = new int[3];
	int upsampling = 1;
	final int[] extraUpsampling;
	/** Logarithm of the size of a group. */
	int logGroup = 8;
	int xQuantScale = 3;
	int bQuantScale = 2;
	/** How much the coefficients of each pass are shifted. */
	int[] passShifts = { 0 };
	/** For each pass, the least logarithm of the subsampling of modular channels that belong to it. */
	int[] passLeast = { 0 };
	int lfLevel;
	int x0;
	int y0;
	/** Size as it will be in the image. */
	int fullWidth;
	int fullHeight;
	/** Size as coded. */
	int width;
	int height;
	Blending blending = Blending.NONE;
	final Blending[] extraBlending;
	int duration;
	boolean last = true;
	int saveAs;
	boolean saveBeforeColours;
	Restoration restoration = new Restoration();

	private FrameHeader(ImageHeader image) {
		extraUpsampling = new int[image.extra.length];
		extraBlending = new Blending[image.extra.length];
		Arrays.fill(extraUpsampling, 1);
		Arrays.fill(extraBlending, Blending.NONE);
	}

	/**
	 * Reads the head.
	 *
	 * @param image       the head of the image
	 * @param imageWidth  width of a frame that does not state one
	 * @param imageHeight height likewise
	 */
	static FrameHeader read(Bits bits, ImageHeader image, int imageWidth, int imageHeight) throws DecodeException {
		FrameHeader header = new FrameHeader(image);
		header.fullWidth = imageWidth;
		header.fullHeight = imageHeight;
		for (int i = 0; i < image.extra.length; i++) {
			header.extraUpsampling[i] <<= image.extra[i].shift();
		}
		if (bits.flag()) {
			header.xQuantScale = image.xyb ? 3 : 2;
		} else {
			header.readEncoding(bits, image);
			header.readPasses(bits);
			header.readPlace(bits, image);
			bits.name();
			header.restoration = Restoration.read(bits, header.modular);
			bits.extensions();
		}
		bits.check();
		header.scale();
		return header;
	}

	private void readEncoding(Bits bits, ImageHeader image) throws DecodeException {
		type = bits.read(2);
		modular = bits.flag();
		flags = bits.u64();
		ycc = !image.xyb && bits.flag();
		if (ycc && !has(USE_LF_FRAME)) {
			readSampling(bits);
		}
		if (!has(USE_LF_FRAME)) {
			upsampling = 1 << bits.read(2);
			for (int i = 0; i < extraUpsampling.length; i++) {
				extraUpsampling[i] = 1 << bits.read(2) << image.extra[i].shift();
				if (extraUpsampling[i] < upsampling || extraUpsampling[i] > MAX_UPSAMPLING) {
					throw new DecodeException(JxlText.EXTRA_CHANNEL_UPSAMPLING, extraUpsampling[i]);
				}
			}
		}
		if (modular) {
			logGroup = 7 + bits.read(2);
		}
		boolean scales = image.xyb && !modular;
		xQuantScale = scales ? bits.read(3) : 2;
		bQuantScale = scales ? bits.read(3) : 2;
	}

	/** Which channels have twice the samples of others. */
	private void readSampling(Bits bits) {
		int doubleX = 0;
		int doubleY = 0;
		for (int c = 0; c < 3; c++) {
			int mode = bits.read(2);
			doubleX |= (mode == 1 || mode == 2 ? 1 : 0) << c;
			doubleY |= (mode == 1 || mode == 3 ? 1 : 0) << c;
		}
		for (int c = 0; c < 3; c++) {
			shiftX[c] = doubleX == 0 ? 0 : 1 - (doubleX >> c & 1);
			shiftY[c] = doubleY == 0 ? 0 : 1 - (doubleY >> c & 1);
		}
	}

	private void readPasses(Bits bits) throws DecodeException {
		if (type == REFERENCE) {
			return;
		}
		int passes = bits.u32(1, 0, 2, 0, 3, 0, 4, 3);
		passShifts = new int[passes];
		passLeast = new int[passes];
		if (passes == 1) {
			return;
		}
		int steps = bits.u32(0, 0, 1, 0, 2, 0, 3, 1);
		if (steps >= passes) {
			throw new DecodeException(JxlText.FEWER_PASSES_THAN_RESOLUTIONS);
		}
		for (int i = 0; i < passes - 1; i++) {
			passShifts[i] = bits.read(2);
		}
		int[] least = new int[steps];
		for (int i = 0; i < steps; i++) {
			least[i] = bits.read(2);
		}
		Arrays.fill(passLeast, 3);
		for (int i = 0; i < steps; i++) {
			int pass = bits.u32(0, 0, 1, 0, 2, 0, 0, 3);
			if (pass >= passes) {
				throw new DecodeException(JxlText.RESOLUTION_WITHOUT_PASS);
			}
			Arrays.fill(passLeast, pass, passes, least[i]);
		}
		passLeast[passes - 1] = 0;
	}

	private void readPlace(Bits bits, ImageHeader image) throws DecodeException {
		lfLevel = type == LOW_FREQUENCY ? bits.read(2) + 1 : 0;
		int imageWidth = fullWidth;
		int imageHeight = fullHeight;
		boolean shown = type == REGULAR || type == SKIP_PROGRESSIVE;
		boolean cropped = type != LOW_FREQUENCY && bits.flag();
		if (cropped) {
			x0 = shown ? Bits.signed(bits.u32(SIZE)) : 0;
			y0 = shown ? Bits.signed(bits.u32(SIZE)) : 0;
			fullWidth = bits.u32(SIZE);
			fullHeight = bits.u32(SIZE);
			if (fullWidth < 1 || fullHeight < 1) {
				throw new DecodeException(JxlText.FRAME_SIZE, fullWidth, fullHeight);
			}
		}
		boolean partial = shown && (x0 > 0 || y0 > 0 || (long) x0 + fullWidth < imageWidth
				|| (long) y0 + fullHeight < imageHeight);
		last = false;
		if (shown) {
			blending = Blending.read(bits, extraBlending.length, partial);
			for (int i = 0; i < extraBlending.length; i++) {
				extraBlending[i] = Blending.read(bits, extraBlending.length, partial);
			}
			duration = image.animated ? bits.u32(0, 0, 1, 0, 0, 8, 0, 32) : 0;
			if (image.timecodes) {
				bits.read(32);
			}
			last = bits.flag();
		}
		saveAs = type != LOW_FREQUENCY && !last ? bits.read(2) : 0;
		boolean referable = !last && (duration == 0 || saveAs != 0);
		if (type == LOW_FREQUENCY) {
			saveBeforeColours = true;
		} else if (type == REFERENCE
				|| shown && referable && blending.mode() == Blending.REPLACE && !partial) {
			saveBeforeColours = bits.flag();
		}
	}

	private void scale() {
		int down = upsampling << 3 * lfLevel;
		width = Numbers.ceilDiv(fullWidth, down);
		height = Numbers.ceilDiv(fullHeight, down);
	}

	/** {@return whether a flag is set} */
	boolean has(int flag) {
		return (flags & flag) != 0;
	}

	/** {@return whether the frame is a part of what is seen} */
	boolean isShown() {
		return type == REGULAR || type == SKIP_PROGRESSIVE;
	}

	/** {@return the largest subsampling across} */
	int mostShiftX() {
		return Math.max(shiftX[0], Math.max(shiftX[1], shiftX[2]));
	}

	/** {@return the largest subsampling down} */
	int mostShiftY() {
		return Math.max(shiftY[0], Math.max(shiftY[1], shiftY[2]));
	}

	/** {@return size of a group in pixels} */
	int group() {
		return 1 << logGroup;
	}

	/** {@return number of groups across} */
	int groupsAcross() {
		return Numbers.ceilShift(width, logGroup);
	}

	/** {@return number of groups down} */
	int groupsDown() {
		return Numbers.ceilShift(height, logGroup);
	}

	/** {@return number of groups of low frequencies across} */
	int lfGroupsAcross() {
		return Numbers.ceilShift(width, logGroup + 3);
	}

	/** {@return number of groups of low frequencies down} */
	int lfGroupsDown() {
		return Numbers.ceilShift(height, logGroup + 3);
	}
}
