package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Locale;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;

/** Pixel shape and directions of a frame. */
final class Geometry {

	/** Shapes beyond this are taken for mistakes. */
	private static final double EXTREME = 50;
	/** A direction cosine below this adds no letter. */
	private static final double NOTICEABLE = 0.05;
	private static final List<String> NO_EDGES = List.of("", "", "", "");
	private static final int[] SPACINGS = { Tag.PIXEL_SPACING, Tag.IMAGER_PIXEL_SPACING,
			Tag.NOMINAL_SCANNED_PIXEL_SPACING, Tag.IMAGE_PLANE_PIXEL_SPACING, Tag.PIXEL_ASPECT_RATIO };

	private Geometry() {
	}

	/** {@return height of a pixel divided by its width; spacings (PS3.3 10.7.1.3) and the ratio come rows first} */
	static double aspect(Attributes attributes) {
		for (int tag : SPACINGS) {
			double[] sides = attributes.numbers(tag);
			if (sides.length >= 2 && sides[0] > 0 && sides[1] > 0) {
				double aspect = sides[0] / sides[1];
				if (aspect <= EXTREME && aspect >= 1 / EXTREME) {
					return Math.abs(aspect - 1) < 1e-4 ? 1 : aspect;
				}
			}
		}
		return 1;
	}

	/** {@return the patient directions at the left, right, top and bottom edge (PS3.3 C.7.6.1.1.1, C.7.6.2.1.1)} */
	static List<String> edges(Attributes attributes) {
		double[] cosines = attributes.numbers(Tag.IMAGE_ORIENTATION_PATIENT);
		if (cosines.length >= 6) {
			return List.of(letters(cosines, 0, -1), letters(cosines, 0, 1), letters(cosines, 3, -1),
					letters(cosines, 3, 1));
		}
		List<String> stated = attributes.strings(Tag.PATIENT_ORIENTATION);
		if (stated.size() >= 2) {
			String right = stated.get(0).strip().toUpperCase(Locale.ROOT);
			String bottom = stated.get(1).strip().toUpperCase(Locale.ROOT);
			return List.of(opposite(right), right, opposite(bottom), bottom);
		}
		return NO_EDGES;
	}

	private static String letters(double[] cosines, int at, int sign) {
		double[] parts = { sign * cosines[at], sign * cosines[at + 1], sign * cosines[at + 2] };
		StringBuilder text = new StringBuilder();
		for (int n = 0; n < 3; n++) {
			int strongest = 0;
			for (int i = 1; i < 3; i++) {
				if (Math.abs(parts[i]) > Math.abs(parts[strongest])) {
					strongest = i;
				}
			}
			if (Math.abs(parts[strongest]) >= NOTICEABLE) {
				text.append((parts[strongest] > 0 ? "LPH" : "RAF").charAt(strongest));
			}
			parts[strongest] = 0;
		}
		return text.toString();
	}

	private static String opposite(String letters) {
		StringBuilder text = new StringBuilder();
		for (char letter : letters.toCharArray()) {
			int place = "LRPAHF".indexOf(letter);
			text.append(place < 0 ? letter : "LRPAHF".charAt(place ^ 1));
		}
		return text.toString();
	}
}
