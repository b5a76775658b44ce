package org.dicompreview.series;

import java.util.Objects;

/**
 * A part of an ultrasound image with a spacing of its own (PS3.3 C.8.5.5). Immutable.
 *
 * @param left     first column, from 0
 * @param top      first row, from 0
 * @param right    last column, at least {@code left}
 * @param bottom   last row, at least {@code top}
 * @param format   what the part shows
 * @param low      whether another region goes before where both lie (bit 0 of Region Flags)
 * @param spacing  of its pixels; {@link PixelSpacing#NONE} where it states none
 * @since 0.1
 */
public record UltrasoundRegion(int left, int top, int right, int bottom, Format format, boolean low,
		PixelSpacing spacing) {

	/** Region Spatial Format (0018,6012). */
	public enum Format {
		/** None or not known. */
		NONE,
		/** Two-dimensional: tissue or flow. */
		TWO_D,
		/** M-mode: depth over time. */
		M_MODE,
		/** Spectral: Doppler velocity or frequency over time. */
		SPECTRAL,
		/** A wave form such as an ECG. */
		WAVE_FORM,
		/** Graphics. */
		GRAPHICS;

		/** {@return the format of a code; {@link #NONE} for codes that are not known} */
		static Format of(int code) {
			return code >= 0 && code < values().length ? values()[code] : NONE;
		}
	}

	/** Checks that nothing is missing. */
	public UltrasoundRegion {
		Objects.requireNonNull(format);
		Objects.requireNonNull(spacing);
	}

	/** {@return whether a place lies in it} @param column in pixels, pixel n reaching from n to n + 1 @param row likewise */
	public boolean contains(double column, double row) {
		return column >= left && column < right + 1.0 && row >= top && row < bottom + 1.0;
	}
}
