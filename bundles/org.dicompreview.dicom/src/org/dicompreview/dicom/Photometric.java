package org.dicompreview.dicom;

/** Photometric Interpretation (0028,0004), PS3.3 C.7.6.3.1.2. */
public enum Photometric {
	/** Grey, the lowest value is white. */
	MONOCHROME1,
	/** Grey, the lowest value is black. */
	MONOCHROME2,
	/** Values are indices into the palette of the instance. */
	PALETTE_COLOR,
	/** Red, green, blue. */
	RGB,
	/** Luminance and two chrominances, full range (ITU-R BT.601 as in JFIF). */
	YBR_FULL,
	/** As {@link #YBR_FULL}, chrominance halved across. */
	YBR_FULL_422,
	/** Luminance 16-235, chrominance halved across; retired. */
	YBR_PARTIAL_422,
	/** Luminance 16-235, chrominance halved across and down. */
	YBR_PARTIAL_420,
	/** As {@link #YBR_FULL} by the matrix of ITU-R BT.709. Not a term of the standard: some video says so of itself. */
	YBR_FULL_709,
	/** As {@link #YBR_PARTIAL_420} by the matrix of ITU-R BT.709. Not a term of the standard: video in HD says so of itself. */
	YBR_PARTIAL_709,
	/** JPEG 2000 irreversible component transform. */
	YBR_ICT,
	/** JPEG 2000 reversible component transform. */
	YBR_RCT,
	/** Hue, saturation, value; retired. */
	HSV,
	/** RGB with alpha first; retired. */
	ARGB,
	/** Cyan, magenta, yellow, black; retired. */
	CMYK,
	/** JPEG XL XYB. */
	XYB,
	/** Absent, or a word that the standard does not know. */
	UNKNOWN;

	/**
	 * {@return the constant for the text of the attribute, {@link #UNKNOWN} for what is not known}
	 *
	 * @param text the text, for example {@code "PALETTE COLOR"}; {@code null} is allowed
	 */
	public static Photometric of(String text) {
		if (text == null) {
			return UNKNOWN;
		}
		String name = text.strip().replace(' ', '_');
		for (Photometric each : values()) {
			if (each.name().equalsIgnoreCase(name)) {
				return each;
			}
		}
		return UNKNOWN;
	}

	/** {@return whether one sample is a shade of grey} */
	public boolean isGrey() {
		return this == MONOCHROME1 || this == MONOCHROME2;
	}
}
