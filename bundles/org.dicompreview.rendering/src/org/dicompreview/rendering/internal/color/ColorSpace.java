package org.dicompreview.rendering.internal.color;

import java.awt.Color;

import org.dicompreview.dicom.Photometric;

/** Conversions of 8-bit samples to red, green and blue (PS3.3 C.7.6.3.1.2). */
enum ColorSpace {

	/** As they are. */
	RGB {
		@Override
		int rgb(int a, int b, int c, int d) {
			return a << 16 | b << 8 | c;
		}
	},
	/** Alpha, red, green, blue; retired. Shown over black. */
	ARGB {
		@Override
		int rgb(int a, int b, int c, int d) {
			return (b * a + 127) / 255 << 16 | (c * a + 127) / 255 << 8 | (d * a + 127) / 255;
		}
	},
	/** Full-range luminance and chrominance of ITU-R BT.601; YBR_ICT is the same transform. */
	YBR_FULL {
		@Override
		int rgb(int a, int b, int c, int d) {
			int y = (a << 16) + 0x8000;
			return pack(y + R_CR * (c - 128), y - G_CB * (b - 128) - G_CR * (c - 128), y + B_CB * (b - 128));
		}
	},
	/** Studio-range luminance and chrominance of ITU-R BT.601. */
	YBR_PARTIAL {
		@Override
		int rgb(int a, int b, int c, int d) {
			int y = 76309 * (a - 16) + 0x8000;
			return pack(y + 104597 * (c - 128), y - 25675 * (b - 128) - 53279 * (c - 128), y + 132201 * (b - 128));
		}
	},
	/** Full-range luminance and chrominance of ITU-R BT.709. */
	YBR_FULL_709 {
		@Override
		int rgb(int a, int b, int c, int d) {
			int y = (a << 16) + 0x8000;
			return pack(y + 103206 * (c - 128), y - 12276 * (b - 128) - 30679 * (c - 128), y + 121609 * (b - 128));
		}
	},
	/** Studio-range luminance and chrominance of ITU-R BT.709. */
	YBR_PARTIAL_709 {
		@Override
		int rgb(int a, int b, int c, int d) {
			int y = 76309 * (a - 16) + 0x8000;
			return pack(y + 117489 * (c - 128), y - 13975 * (b - 128) - 34925 * (c - 128), y + 138438 * (b - 128));
		}
	},
	/** The reversible component transform, chrominance offset by half the range. */
	YBR_RCT {
		@Override
		int rgb(int a, int b, int c, int d) {
			int green = a - (b + c - 256 >> 2);
			return (clamp(green + c - 128) & 0xFF) << 16 | (clamp(green) & 0xFF) << 8
					| clamp(green + b - 128) & 0xFF;
		}
	},
	/** Hue, saturation, value, each 0-255 for the whole range; retired. */
	HSV {
		@Override
		int rgb(int a, int b, int c, int d) {
			return Color.HSBtoRGB(a / 255f, b / 255f, c / 255f) & 0xFFFFFF;
		}
	},
	/** Cyan, magenta, yellow, black; retired. */
	CMYK {
		@Override
		int rgb(int a, int b, int c, int d) {
			int rest = 255 - d;
			return ((255 - a) * rest + 127) / 255 << 16 | ((255 - b) * rest + 127) / 255 << 8
					| ((255 - c) * rest + 127) / 255;
		}
	};

	/** Parts of chrominance in red, green and blue, times 65536. */
	static final int R_CR = 91881;
	static final int G_CB = 22554;
	static final int G_CR = 46802;
	static final int B_CB = 116130;

	/** {@return the pixel as 0xRRGGBB} */
	abstract int rgb(int a, int b, int c, int d);

	/** {@return the conversion for what the samples are} */
	static ColorSpace of(Photometric photometric, int channels) {
		return switch (photometric) {
			case YBR_FULL, YBR_FULL_422, YBR_ICT -> YBR_FULL;
			case YBR_PARTIAL_422, YBR_PARTIAL_420 -> YBR_PARTIAL;
			case YBR_FULL_709 -> YBR_FULL_709;
			case YBR_PARTIAL_709 -> YBR_PARTIAL_709;
			case YBR_RCT -> YBR_RCT;
			case HSV -> HSV;
			case ARGB -> channels == 4 ? ARGB : RGB;
			case CMYK -> channels == 4 ? CMYK : RGB;
			default -> RGB;
		};
	}

	static byte clamp(int value) {
		return (byte) Math.max(0, Math.min(255, value));
	}

	private static int pack(int red, int green, int blue) {
		return (clamp(red >> 16) & 0xFF) << 16 | (clamp(green >> 16) & 0xFF) << 8 | clamp(blue >> 16) & 0xFF;
	}
}
