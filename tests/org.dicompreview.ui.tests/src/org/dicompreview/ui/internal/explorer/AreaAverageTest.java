package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;

class AreaAverageTest {

	private static final PaletteData RGB_PALETTE = new PaletteData(0xFF0000, 0xFF00, 0xFF);

	@Test
	void aPictureOfTheRightSizeStaysAsItIs() {
		ImageData data = new ImageData(8, 8, 24, RGB_PALETTE);
		assertSame(data, AreaAverage.square(data, 8));
	}

	/** Three columns in two: the one in the middle counts for both. */
	@Test
	void eachPixelIsTheMeanOfItsArea() {
		ImageData data = new ImageData(3, 3, 24, RGB_PALETTE);
		for (int y = 0; y < 3; y++) {
			data.setPixel(0, y, 0x300000);
			data.setPixel(1, y, 0x003000);
			data.setPixel(2, y, 0x000030);
		}
		ImageData small = AreaAverage.square(data, 2);
		for (int y = 0; y < 2; y++) {
			assertEquals(new RGB(0x20, 0x10, 0), small.palette.getRGB(small.getPixel(0, y)));
			assertEquals(new RGB(0, 0x10, 0x20), small.palette.getRGB(small.getPixel(1, y)));
		}
	}
}
