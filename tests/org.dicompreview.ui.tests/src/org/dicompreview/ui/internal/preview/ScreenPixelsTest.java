package org.dicompreview.ui.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;

class ScreenPixelsTest {

	private final Random random = new Random(5);

	@Test
	void coloursStayWithAPaletteAndWithout() {
		RGB[] palette = new RGB[200];
		for (int i = 0; i < palette.length; i++) {
			palette[i] = new RGB(random.nextInt(256), random.nextInt(256), random.nextInt(256));
		}
		ImageData indexed = new ImageData(7, 5, 8, new PaletteData(palette));
		ImageData direct = new ImageData(7, 5, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		for (int y = 0; y < 5; y++) {
			for (int x = 0; x < 7; x++) {
				indexed.setPixel(x, y, random.nextInt(palette.length));
				direct.setPixel(x, y, random.nextInt(1 << 24));
			}
		}
		assertSameColours(indexed, ScreenPixels.of(indexed));
		assertSameColours(direct, ScreenPixels.of(direct));
		Image image = new Image(Display.getCurrent(), ScreenPixels.of(direct));
		assertSameColours(direct, image.getImageData(100));
		image.dispose();
	}

	@Test
	void otherFormsAreLeftAlone() {
		ImageData other = new ImageData(2, 2, 16, new PaletteData(0xF800, 0x7E0, 0x1F));
		assertSame(other, ScreenPixels.of(other));
	}

	private static void assertSameColours(ImageData expected, ImageData actual) {
		for (int y = 0; y < expected.height; y++) {
			for (int x = 0; x < expected.width; x++) {
				assertEquals(expected.palette.getRGB(expected.getPixel(x, y)), actual.palette.getRGB(actual.getPixel(x, y)));
			}
		}
	}
}
