package org.dicompreview.codec.internal;

import org.dicompreview.dicom.Photometric;

/** What the values of a frame can be, where only the data set says so. */
public final class Photometrics {

	private Photometrics() {
	}

	/**
	 * {@return the stated interpretation, or the likeliest one where it contradicts the number of samples: grey for one
	 * sample, red, green and blue for three, CMYK for four}
	 *
	 * @param stated  what the data set states
	 * @param samples samples per pixel
	 */
	public static Photometric plausible(Photometric stated, int samples) {
		if (samplesOf(stated) == samples || samples == 2) {
			return stated;
		}
		return switch (samples) {
			case 1 -> Photometric.MONOCHROME2;
			case 3 -> Photometric.RGB;
			default -> Photometric.CMYK;
		};
	}

	private static int samplesOf(Photometric stated) {
		return switch (stated) {
			case MONOCHROME1, MONOCHROME2, PALETTE_COLOR -> 1;
			case ARGB, CMYK -> 4;
			case UNKNOWN -> 0;
			default -> 3;
		};
	}
}
