package org.dicompreview.app.internal.headless;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;

/** Pictures as PNG. */
final class PngFile {

	private PngFile() {
	}

	/** {@return the file; grey where all colours of the palette are grey} */
	static byte[] bytes(ImageData data) throws IOException {
		boolean grey = !data.palette.isDirect && Arrays.stream(data.getRGBs())
				.allMatch(color -> color.red == color.green && color.green == color.blue);
		BufferedImage image = new BufferedImage(data.width, data.height,
				grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
		int[] pixels = new int[data.width];
		for (int y = 0; y < data.height; y++) {
			data.getPixels(0, y, data.width, pixels, 0);
			for (int x = 0; x < data.width; x++) {
				RGB color = data.palette.getRGB(pixels[x]);
				if (grey) {
					image.getRaster().setSample(x, y, 0, color.red);
				} else {
					image.setRGB(x, y, color.red << 16 | color.green << 8 | color.blue);
				}
			}
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		if (!ImageIO.write(image, "png", file)) { //$NON-NLS-1$
			throw new IOException("This Java cannot write PNG."); //$NON-NLS-1$
		}
		return file.toByteArray();
	}
}
