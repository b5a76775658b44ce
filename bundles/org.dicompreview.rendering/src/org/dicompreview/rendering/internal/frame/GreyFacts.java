package org.dicompreview.rendering.internal.frame;

import java.util.List;

import org.dicompreview.rendering.WindowPreset;

/**
 * What a data set says about showing grey values.
 *
 * @param modality      stored into modality values
 * @param unit          of the modality values, or empty text
 * @param padding       stored values outside the image
 * @param voiLuts       the VOI LUTs
 * @param presentation  Presentation LUT, or {@code null}
 * @param inverse       whether the lowest value is white
 * @param fileWindows   windows of the file
 * @param otherWindows  windows of the modality
 * @param whole         the stored value that stands for the whole of a segment; 0 if values are no such parts
 */
record GreyFacts(Modality modality, String unit, Padding padding, List<VoiLut> voiLuts,
		LookupTable presentation, boolean inverse, List<WindowPreset> fileWindows, List<WindowPreset> otherWindows,
		int whole) {

	/** {@return whether the values that a person sees are the stored ones} */
	boolean storedAreModality() {
		return modality.equals(Modality.Rescale.IDENTITY);
	}
}
