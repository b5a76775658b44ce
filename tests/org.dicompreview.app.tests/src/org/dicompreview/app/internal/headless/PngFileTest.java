package org.dicompreview.app.internal.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;

class PngFileTest {

	@Test
	void greyStaysGreyToTheLevel() throws IOException {
		RGB[] greys = new RGB[256];
		for (int i = 0; i < greys.length; i++) {
			greys[i] = new RGB(i, i, i);
		}
		ImageData data = new ImageData(256, 2, 8, new PaletteData(greys));
		for (int x = 0; x < 256; x++) {
			data.setPixel(x, 0, x);
			data.setPixel(x, 1, 255 - x);
		}
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.bytes(data)));
		assertEquals(BufferedImage.TYPE_BYTE_GRAY, image.getType());
		for (int x = 0; x < 256; x++) {
			assertEquals(x, image.getRaster().getSample(x, 0, 0));
			assertEquals(255 - x, image.getRaster().getSample(x, 1, 0));
		}
	}

	@Test
	void coloursKeepTheirChannels() throws IOException {
		ImageData data = new ImageData(2, 1, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		data.setPixel(0, 0, 0x102030);
		data.setPixel(1, 0, 0xFE8001);
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.bytes(data)));
		assertEquals(0xFF102030, image.getRGB(0, 0));
		assertEquals(0xFFFE8001, image.getRGB(1, 0));
	}
}
