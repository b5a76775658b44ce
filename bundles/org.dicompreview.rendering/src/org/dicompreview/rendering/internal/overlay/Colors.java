package org.dicompreview.rendering.internal.overlay;

/** Colours for what states none, that people can tell apart on grey. */
final class Colors {

	private static final int[] ALL = { 0xE6194B, 0x3CB44B, 0xFFE119, 0x4363D8, 0xF58231, 0x911EB4, 0x46F0F0, 0xF032E6, 0xBCF60C,
			0xFABEBE, 0x008080, 0xE6BEFF };

	private Colors() {
	}

	/** {@return a colour as 0xRRGGBB} @param number at least 0 */
	static int of(int number) {
		return ALL[Math.floorMod(number, ALL.length)];
	}
}
