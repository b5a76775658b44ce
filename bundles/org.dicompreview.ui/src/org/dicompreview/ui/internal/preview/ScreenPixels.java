package org.dicompreview.ui.internal.preview;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/**
 * Pixels as SWT copies them to the screen without another conversion, which would take the UI thread: 32 bits, the bytes
 * being blue, green, red and one that is not used.
 */
final class ScreenPixels {

	private static final PaletteData PALETTE = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);
	private static final int OPAQUE = 0xFF000000;

	private ScreenPixels() {
	}

	/** {@return the same picture; the same object where it is neither 8 bits with a palette nor 24 bits, red first} */
	static ImageData of(ImageData data) {
		boolean indexed = data.depth == 8 && !data.palette.isDirect;
		if (!indexed && !(data.depth == 24 && data.palette.redMask == 0xFF0000 && data.palette.greenMask == 0xFF00)) {
			return data;
		}
		byte[] bytes = new byte[data.width * data.height * 4];
		IntBuffer pixels = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
		int[] colors = indexed ? colors(data.palette) : null;
		int[] row = new int[data.width];
		for (int y = 0; y < data.height; y++) {
			if (indexed) {
				fromPalette(data.data, y * data.bytesPerLine, colors, row);
			} else {
				fromBytes(data.data, y * data.bytesPerLine, row);
			}
			pixels.put(row);
		}
		return new ImageData(data.width, data.height, 32, PALETTE, 4, bytes);
	}

	private static int[] colors(PaletteData palette) {
		int[] colors = new int[256];
		Arrays.fill(colors, OPAQUE);
		for (int i = 0; i < Math.min(colors.length, palette.colors.length); i++) {
			RGB color = palette.colors[i];
			colors[i] = OPAQUE | color.red << 16 | color.green << 8 | color.blue;
		}
		return colors;
	}

	private static void fromPalette(byte[] indices, int from, int[] colors, int[] row) {
		for (int x = 0; x < row.length; x++) {
			row[x] = colors[indices[from + x] & 0xFF];
		}
	}

	private static void fromBytes(byte[] samples, int from, int[] row) {
		for (int x = 0, i = from; x < row.length; x++, i += 3) {
			row[x] = OPAQUE | (samples[i] & 0xFF) << 16 | (samples[i + 1] & 0xFF) << 8 | samples[i + 2] & 0xFF;
		}
	}
}
