package org.dicompreview.series.internal;

import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;

/** When the frames of a cine follow each other (PS3.3 C.7.6.5). */
public final class FrameTimes {

	private FrameTimes() {
	}

	/** {@return the time of a frame since the first, in ms; NaN if the file does not say} */
	public static double of(ImageFrame frame) {
		OptionalDouble passed = frame.elementsUpToHere(Tag.FRAME_TIME_VECTOR);
		if (passed.isPresent()) {
			return passed.getAsDouble();
		}
		double step = step(frame.attributes());
		return step > 0 ? step * frame.frame() : Double.NaN;
	}

	private static double step(Attributes attributes) {
		OptionalDouble time = attributes.number(Tag.FRAME_TIME);
		if (time.isPresent() && time.getAsDouble() > 0) {
			return time.getAsDouble();
		}
		for (int tag : new int[] { Tag.CINE_RATE, Tag.RECOMMENDED_DISPLAY_FRAME_RATE }) {
			OptionalDouble rate = attributes.number(tag);
			if (rate.isPresent() && rate.getAsDouble() > 0) {
				return 1000 / rate.getAsDouble();
			}
		}
		return Double.NaN;
	}
}
