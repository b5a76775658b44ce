package org.dicompreview.rendering.internal.color;

import java.util.Arrays;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;

/**
 * A palette (PS3.3 C.7.6.3.1.5). Immutable.
 *
 * @param first  the stored value that has the first colour
 * @param colors 0xRRGGBB, at least one; not copied
 * @param spare  low bits of a stored value that do not count
 */
public record Palette(int first, int[] colors, int spare) {

	/** Rejects an empty palette. */
	public Palette {
		if (colors.length == 0) {
			throw new IllegalArgumentException("empty palette");
		}
	}

	/** A palette for which all bits count. */
	public Palette(int first, int[] colors) {
		this(first, colors, 0);
	}

	/** {@return the palette for values of which so many low bits do not count} */
	public Palette withSpareBits(int bits) {
		return new Palette(first, colors, bits);
	}

	/** {@return the palette as the screen shows it} @param profile says what its values mean, or is {@code null} */
	public Palette through(IccTable profile) {
		return profile == null ? this : new Palette(first, Arrays.stream(colors).map(profile::color).toArray(), spare);
	}

	/** {@return whether a stored value has a colour of its own} */
	public boolean contains(double stored) {
		return stored >= first && stored < first + (double) colors.length;
	}

	/** {@return the colour of a stored value; values beyond the ends get the colour at the end} */
	public int color(long stored) {
		return colors[(int) Math.max(0, Math.min(colors.length - 1L, (stored >> spare) - first))];
	}

	/** {@return the colours of a frame of integers with one sample a pixel} */
	public ColorRows rows(Frame frame) {
		int columns = frame.columns();
		boolean signed = frame.signed();
		if (frame.samples() instanceof Samples.Bytes bytes) {
			byte[] values = bytes.values();
			return (row, from, to, out, at) -> {
				for (int i = row * columns + from, k = at; i < row * columns + to; i++, k += 3) {
					put(color(signed ? values[i] : values[i] & 0xFF), out, k);
				}
			};
		}
		if (frame.samples() instanceof Samples.Shorts shorts) {
			short[] values = shorts.values();
			return (row, from, to, out, at) -> {
				for (int i = row * columns + from, k = at; i < row * columns + to; i++, k += 3) {
					put(color(signed ? values[i] : values[i] & 0xFFFF), out, k);
				}
			};
		}
		int[] values = ((Samples.Ints) frame.samples()).values();
		return (row, from, to, out, at) -> {
			for (int i = row * columns + from, k = at; i < row * columns + to; i++, k += 3) {
				put(color(signed ? values[i] : values[i] & 0xFFFFFFFFL), out, k);
			}
		};
	}

	/** Writes a colour as three bytes. */
	public static void put(int rgb, byte[] out, int at) {
		out[at] = (byte) (rgb >> 16);
		out[at + 1] = (byte) (rgb >> 8);
		out[at + 2] = (byte) rgb;
	}
}
