package org.dicompreview.rendering.internal.frame;

/** The modality values of a frame. Immutable. */
@FunctionalInterface
public interface ModalityValues {

	/** {@return a value; NaN where the pixel does not count} @param index of the pixel: row * columns + column */
	float get(int index);
}
