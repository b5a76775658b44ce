package org.dicompreview.codec;

/**
 * How to decode.
 *
 * @param reduction  0 for full size; n for 1/2^n of the width and height where the family can do so for less work (JPEG
 *                   2000, HTJ2K, DCT). A decoder may return a larger size than asked for, never a smaller one.
 * @param threads    how many threads may work on this frame, at least 1, the caller's included
 * @param frameBytes largest decoded size in bytes that is allowed
 */
public record DecodeOptions(int reduction, int threads, int frameBytes) {

	/** Full size on the calling thread, at most 1 GiB. */
	public static final DecodeOptions DEFAULT = new DecodeOptions(0, 1, 1 << 30);

	/** Checks the ranges. */
	public DecodeOptions {
		if (reduction < 0 || reduction > 16 || threads < 1 || frameBytes < 1) {
			throw new IllegalArgumentException("reduction " + reduction + ", threads " + threads + ", bytes " + frameBytes); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
	}
}
