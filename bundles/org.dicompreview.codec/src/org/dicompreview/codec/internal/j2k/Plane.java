package org.dicompreview.codec.internal.j2k;

/** The coefficients or samples of a tile-component. */
sealed interface Plane {

	/** Of the reversible transform. @param values band after band */
	record Ints(int[] values) implements Plane {
	}

	/** Of the irreversible transform, dequantised. @param values band after band */
	record Floats(float[] values) implements Plane {
	}
}
