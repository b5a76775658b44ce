package org.dicompreview.rendering.internal.frame;

import java.awt.Color;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.CieLab;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.color.Palette;

/** Colours for the labels of a label map (PS3.3 C.8.20.2): each value is the number of a segment, not a brightness. */
final class LabelColors {

	private static final String LABEL_MAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7";
	private static final int LARGEST = 0xFFFF;
	/** Part of the circle from one hue to the next: neighbours are far apart, and none comes back soon. */
	private static final float STEP = 0.61803399f;
	private static final float[] SATURATIONS = { 0.85f, 0.5f, 1f };
	private static final float[] BRIGHTNESSES = { 1f, 0.95f, 0.65f };

	private LabelColors() {
	}

	/** {@return whether the values of an instance are labels} */
	static boolean apply(Attributes attributes) {
		return attributes.string(Tag.SEGMENTATION_TYPE).filter("LABELMAP"::equals).isPresent()
				|| attributes.string(Tag.SOP_CLASS_UID).filter(LABEL_MAP_SEGMENTATION::equals).isPresent();
	}

	/**
	 * {@return a palette of all labels: their Recommended Display CIELab Value, else a colour that differs from the
	 * others; the background (Pixel Padding Value, else 0) is black}
	 *
	 * @param data the instance
	 * @param bits of a label, 1-16
	 */
	static Palette of(DataSetValues data, int bits) {
		int[] colors = new int[1 << Math.max(1, Math.min(16, bits))];
		for (int label = 1; label < colors.length; label++) {
			colors[label] = distinct(label);
		}
		for (DataSetValues segment : data.items(Tag.SEGMENT_SEQUENCE)) {
			int label = segment.attributes().integer(Tag.SEGMENT_NUMBER).orElse(-1);
			OptionalInt stated = CieLab.rgb(segment.attributes(), Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE);
			if (label >= 0 && label < colors.length && stated.isPresent()) {
				colors[label] = stated.getAsInt();
			}
		}
		Optional<Integer> padding = Optional.of(data.attributes().numbers(Tag.PIXEL_PADDING_VALUE))
				.filter(numbers -> numbers.length > 0).map(numbers -> (int) numbers[0] & LARGEST);
		colors[padding.filter(value -> value < colors.length).orElse(0)] = 0;
		return new Palette(0, colors);
	}

	private static int distinct(int label) {
		int round = (label - 1) / 8 % SATURATIONS.length;
		return Color.HSBtoRGB((label - 1) * STEP, SATURATIONS[round], BRIGHTNESSES[round]) & 0xFFFFFF;
	}
}
