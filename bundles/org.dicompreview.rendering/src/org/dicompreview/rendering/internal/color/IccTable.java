package org.dicompreview.rendering.internal.color;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BandedSampleModel;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * From the colours of an ICC profile (PS3.3 C.11.15) to those of the screen, taken as sRGB, through a cube of
 * {@value #SIDE} colours a side and straight lines between them. Immutable.
 */
public final class IccTable {

	private static final int SIDE = 33;
	/** No input profile of a camera or scanner is that large. */
	private static final int LARGEST = 1 << 22;
	/** Corners of the cube around a colour: steps in the table for red, green and blue. */
	private static final int RED = SIDE * SIDE * 3;
	private static final int GREEN = SIDE * 3;
	private static final int BLUE = 3;

	private final short[] cube;

	private IccTable(short[] cube) {
		this.cube = cube;
	}

	/** {@return the table; absent if the profile is damaged, not for RGB, or changes nothing that one could see} */
	public static Optional<IccTable> of(byte[] profile) {
		if (profile.length < 128 || profile.length > LARGEST) {
			return Optional.empty();
		}
		try {
			ICC_Profile from = ICC_Profile.getInstance(profile);
			if (from.getColorSpaceType() != ColorSpace.TYPE_RGB || isStandard(from)) {
				return Optional.empty();
			}
			ICC_Profile to = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
			WritableRaster grid = grid();
			WritableRaster result = grid.createCompatibleWritableRaster();
			new ColorConvertOp(new ICC_Profile[] { from, to }, null).filter(grid, result);
			return table(grid, result);
		} catch (IllegalArgumentException | CMMException e) {
			System.getLogger(IccTable.class.getName()).log(System.Logger.Level.DEBUG, "unusable ICC profile", e);
			return Optional.empty();
		}
	}

	/**
	 * {@return whether the profile describes sRGB itself} Some of its versions raise black for the sake of paper, which a
	 * screen must not.
	 */
	private static boolean isStandard(ICC_Profile profile) {
		byte[] description = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
		String text = description == null ? ""
				: new String(description, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
		return text.contains("srgb") && !text.contains("linear");
	}

	private static WritableRaster grid() {
		WritableRaster grid = Raster.createWritableRaster(
				new BandedSampleModel(DataBuffer.TYPE_BYTE, SIDE * SIDE, SIDE, 3), null);
		for (int r = 0; r < SIDE; r++) {
			for (int i = 0; i < SIDE * SIDE; i++) {
				grid.setPixel(i, r, new int[] { level(r), level(i / SIDE), level(i % SIDE) });
			}
		}
		return grid;
	}

	private static int level(int step) {
		return Math.round(255f * step / (SIDE - 1));
	}

	private static Optional<IccTable> table(Raster grid, Raster result) {
		short[] cube = new short[SIDE * SIDE * SIDE * 3];
		int change = 0;
		int[] before = new int[3];
		int[] after = new int[3];
		int at = 0;
		for (int r = 0; r < SIDE; r++) {
			for (int i = 0; i < SIDE * SIDE; i++) {
				grid.getPixel(i, r, before);
				result.getPixel(i, r, after);
				for (int c = 0; c < 3; c++) {
					change = Math.max(change, Math.abs(before[c] - after[c]));
					cube[at++] = (short) after[c];
				}
			}
		}
		return change <= 2 ? Optional.empty() : Optional.of(new IccTable(cube));
	}

	/** {@return the colours of a frame as the screen shows them} */
	ColorRows apply(ColorRows rows) {
		return (row, from, to, out, at) -> {
			rows.read(row, from, to, out, at);
			for (int i = at; i < at + 3 * (to - from); i += 3) {
				Palette.put(color(out[i] & 0xFF, out[i + 1] & 0xFF, out[i + 2] & 0xFF), out, i);
			}
		};
	}

	/** {@return the colour as the screen shows it} @param rgb 0xRRGGBB */
	int color(int rgb) {
		return color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
	}

	/** Between the eight neighbours, weights in 1/255: a level is 32/255 steps of the cube. */
	private int color(int red, int green, int blue) {
		int r = Math.min(red * (SIDE - 1) / 255, SIDE - 2);
		int g = Math.min(green * (SIDE - 1) / 255, SIDE - 2);
		int b = Math.min(blue * (SIDE - 1) / 255, SIDE - 2);
		int fr = red * (SIDE - 1) - 255 * r;
		int fg = green * (SIDE - 1) - 255 * g;
		int fb = blue * (SIDE - 1) - 255 * b;
		int at = r * RED + g * GREEN + b * BLUE;
		return mix(at, fr, fg, fb) << 16 | mix(at + 1, fr, fg, fb) << 8 | mix(at + 2, fr, fg, fb);
	}

	private int mix(int at, int fr, int fg, int fb) {
		int near = mix(at, fg, fb);
		int far = mix(at + RED, fg, fb);
		long sum = (long) near * (255 - fr) + (long) far * fr;
		return (int) ((sum + 255 * 255 * 255 / 2) / (255 * 255 * 255));
	}

	private int mix(int at, int fg, int fb) {
		int low = cube[at] * (255 - fb) + cube[at + BLUE] * fb;
		int high = cube[at + GREEN] * (255 - fb) + cube[at + GREEN + BLUE] * fb;
		return low * (255 - fg) + high * fg;
	}
}
