package org.dicompreview.rendering.internal.frame;

/**
 * The whole grayscale pipeline of PS3.4 N.2: stored value, modality value, VOI, presentation LUT, display value. Equal
 * mappings give equal tables.
 *
 * @param modality     first stage
 * @param voi          second stage
 * @param presentation Presentation LUT, or {@code null}
 * @param inverse      whether the brightest is shown black: MONOCHROME1 or Presentation LUT Shape INVERSE, or at the
 *                     request of a person, but not both
 * @param padding      values that are shown black whatever the stages say
 */
record GreyMapping(Modality modality, Voi voi, LookupTable presentation, boolean inverse, Padding padding) {

	/** {@return the display value, 0-255} */
	int display(double stored) {
		if (padding.contains(stored) || Double.isNaN(stored)) {
			return 0;
		}
		return shown(modality.apply(stored));
	}

	/** {@return the display value of a modality value, 0-255} */
	int shown(double value) {
		double part = voi.apply(value);
		if (presentation != null) {
			part = (double) presentation.getPart(part) / presentation.maximum();
		}
		return (int) ((inverse ? 1 - part : part) * 255 + 0.5);
	}

	/**
	 * {@return display values for all stored values of up to 16 bits, by their lower 8 or 16 bits}
	 *
	 * @param format the values that occur; others get the display value of the nearest
	 */
	byte[] table(StoredRange format) {
		byte[] table = new byte[format.bytes() == 1 ? 0x100 : 0x10000];
		int mask = table.length - 1;
		int low = format.low();
		int high = format.high();
		for (int value = low; value <= high; value++) {
			table[value & mask] = (byte) display(value);
		}
		for (int value = high + 1; value - low <= mask; value++) {
			table[value & mask] = table[high & mask];
		}
		return table;
	}
}
