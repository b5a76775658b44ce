package org.dicompreview.rendering.internal.mark;

import java.util.BitSet;

/**
 * One frame of an overlay plane (PS3.3 C.9.2). Immutable: nobody changes the bits.
 *
 * @param group   which of the 16 overlay groups, from 0
 * @param columns width
 * @param rows    height
 * @param left    column of the image at which its first column lies, from 0; may be negative
 * @param top     row of the image at which its first row lies, likewise
 * @param region  whether it marks a region of interest, not graphics
 * @param bits    the plane, row by row
 * @param offset  index of the first of its bits
 */
public record OverlayPlane(int group, int columns, int rows, int left, int top, boolean region, BitSet bits,
		int offset) {

	/** {@return the plane with other bits} */
	public OverlayPlane with(BitSet otherBits, int otherOffset) {
		return new OverlayPlane(group, columns, rows, left, top, region, otherBits, otherOffset);
	}
}
