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
 * {@value #SIDE} colours a side and straight lines between them. Its steps follow the curves of the profile, for
 * even ones would be too coarse where a curve is steep. Immutable.
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
	/** For each channel and level, the step of the cube below it, and how far it lies beyond, in 1/256 of a step. */
	private final int[][] below = new int[3][256];
	private final int[][] beyond = new int[3][256];

	private IccTable(int[][] nodes, short[] cube) {
		this.cube = cube;
		for (int c = 0; c < 3; c++) {
			int step = 0;
			for (int v = 0; v < 256; v++) {
				step += step < SIDE - 2 && v >= nodes[c][step + 1] ? 1 : 0;
				below[c][v] = step;
				beyond[c][v] = 256 * (v - nodes[c][step]) / (nodes[c][step + 1] - nodes[c][step]);
			}
		}
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
			int[][] nodes = nodes(from);
			WritableRaster grid = grid(nodes);
			return table(nodes, grid, converted(from, grid));
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

	private static Raster converted(ICC_Profile profile, WritableRaster colors) {
		WritableRaster result = colors.createCompatibleWritableRaster();
		ICC_Profile screen = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
		new ColorConvertOp(new ICC_Profile[] { profile, screen }, null).filter(colors, result);
		return result;
	}

	/** {@return for each channel, {@value #SIDE} levels along which the screen gets brighter in even steps} */
	private static int[][] nodes(ICC_Profile profile) {
		WritableRaster greys = raster(256, 1);
		for (int v = 0; v < 256; v++) {
			greys.setPixel(v, 0, new int[] { v, v, v });
		}
		Raster shown = converted(profile, greys);
		int[][] nodes = new int[3][];
		for (int c = 0; c < 3; c++) {
			nodes[c] = evenly(shown.getSamples(0, 0, 256, 1, c, (int[]) null));
		}
		return nodes;
	}

	private static int[] evenly(int[] shown) {
		int[] nodes = new int[SIDE];
		nodes[SIDE - 1] = 255;
		for (int k = 1; k < SIDE - 1; k++) {
			double wanted = shown[0] + (double) (shown[255] - shown[0]) * k / (SIDE - 1);
			int level = nodes[k - 1] + 1;
			while (level < 255 - (SIDE - 1 - k) && shown[level] < wanted) {
				level++;
			}
			nodes[k] = level;
		}
		return nodes;
	}

	private static WritableRaster raster(int width, int height) {
		return Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_BYTE, width, height, 3), null);
	}

	private static WritableRaster grid(int[][] nodes) {
		WritableRaster grid = raster(SIDE * SIDE, SIDE);
		for (int r = 0; r < SIDE; r++) {
			for (int i = 0; i < SIDE * SIDE; i++) {
				grid.setPixel(i, r, new int[] { nodes[0][r], nodes[1][i / SIDE], nodes[2][i % SIDE] });
			}
		}
		return grid;
	}

	private static Optional<IccTable> table(int[][] nodes, Raster grid, Raster result) {
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
		return change <= 2 ? Optional.empty() : Optional.of(new IccTable(nodes, cube));
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

	/** Between the eight neighbours, weights in 1/256. */
	private int color(int red, int green, int blue) {
		int at = below[0][red] * RED + below[1][green] * GREEN + below[2][blue] * BLUE;
		int fr = beyond[0][red];
		int fg = beyond[1][green];
		int fb = beyond[2][blue];
		return mix(at, fr, fg, fb) << 16 | mix(at + 1, fr, fg, fb) << 8 | mix(at + 2, fr, fg, fb);
	}

	private int mix(int at, int fr, int fg, int fb) {
		int near = mix(at, fg, fb);
		int far = mix(at + RED, fg, fb);
		return (int) ((long) near * (256 - fr) + (long) far * fr + (1 << 23) >> 24);
	}

	private int mix(int at, int fg, int fb) {
		int low = cube[at] * (256 - fb) + cube[at + BLUE] * fb;
		int high = cube[at + GREEN] * (256 - fb) + cube[at + GREEN + BLUE] * fb;
		return low * (256 - fg) + high * fg;
	}
}
