package org.dicompreview.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.dicompreview.rendering.PictureFile.Format;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureFileTest {

	private static BufferedImage read(ImageData data, Format format) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		PictureFile.write(data, format, file);
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file.toByteArray()))) {
			ImageReader reader = ImageIO.getImageReaders(in).next();
			assertTrue(format.name().startsWith(reader.getFormatName().toUpperCase(Locale.ROOT)), reader::toString);
			reader.setInput(in);
			return reader.read(0);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PNG", "TIFF" })
	void greyStaysGreyToTheLevel(Format format) throws IOException {
		RGB[] greys = new RGB[256];
		for (int i = 0; i < greys.length; i++) {
			greys[i] = new RGB(i, i, i);
		}
		ImageData data = new ImageData(256, 2, 8, new PaletteData(greys));
		for (int x = 0; x < 256; x++) {
			data.setPixel(x, 0, x);
			data.setPixel(x, 1, 255 - x);
		}
		BufferedImage image = read(data, format);
		assertEquals(BufferedImage.TYPE_BYTE_GRAY, image.getType());
		for (int x = 0; x < 256; x++) {
			assertEquals(x, image.getRaster().getSample(x, 0, 0));
			assertEquals(255 - x, image.getRaster().getSample(x, 1, 0));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PNG", "TIFF" })
	void coloursKeepTheirChannels(Format format) throws IOException {
		ImageData data = new ImageData(2, 1, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		data.setPixel(0, 0, 0x102030);
		data.setPixel(1, 0, 0xFE8001);
		BufferedImage image = read(data, format);
		assertEquals(0xFF102030, image.getRGB(0, 0));
		assertEquals(0xFFFE8001, image.getRGB(1, 0));
	}

	@Test
	void jpegIsCloseToThePicture() throws IOException {
		ImageData data = new ImageData(64, 64, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		for (int y = 0; y < 64; y++) {
			for (int x = 0; x < 64; x++) {
				data.setPixel(x, y, 4 * x << 16 | 4 * y << 8 | 0x80);
			}
		}
		BufferedImage image = read(data, Format.JPEG);
		for (int y = 0; y < 64; y += 7) {
			for (int x = 0; x < 64; x += 7) {
				assertEquals(4 * x, image.getRGB(x, y) >> 16 & 0xFF, 8);
				assertEquals(4 * y, image.getRGB(x, y) >> 8 & 0xFF, 8);
			}
		}
	}

	@Test
	void theStreamStaysOpen() throws IOException {
		boolean[] closed = new boolean[1];
		ByteArrayOutputStream out = new ByteArrayOutputStream() {
			@Override
			public void close() {
				closed[0] = true;
			}
		};
		PictureFile.write(new ImageData(1, 1, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)), Format.PNG, out);
		assertFalse(closed[0]);
		assertTrue(out.size() > 0, "all of it is written all the same");
	}

	@Test
	void aFileIsMadeOrReplaced(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("picture.png"), "what was there before, and longer than a picture".repeat(99));
		PictureFile.write(new ImageData(3, 2, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)), Format.PNG, file);
		BufferedImage image = ImageIO.read(file.toFile());
		assertEquals(List.of(3, 2), List.of(image.getWidth(), image.getHeight()));
		assertTrue(Files.size(file) < 200);
		assertEquals(List.of(file), files(folder));
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	@Test
	void aFileThatIsThereStaysUnlessItIsToBeReplaced(@TempDir Path folder) throws IOException {
		ImageData data = new ImageData(3, 2, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		Path file = folder.resolve("picture.png");
		PictureFile.writeNew(data, Format.PNG, file);
		assertEquals(3, ImageIO.read(file.toFile()).getWidth());
		Files.writeString(file, "kept");
		assertThrows(FileAlreadyExistsException.class, () -> PictureFile.writeNew(data, Format.PNG, file));
		assertEquals("kept", Files.readString(file));
		assertEquals(List.of(file), files(folder));
	}

	@Test
	void whatCannotBeWrittenLeavesTheFileAsItWas(@TempDir Path folder) throws IOException {
		ImageData broken = new ImageData(3, 2, 8, new PaletteData(new RGB(0, 0, 0)));
		broken.setPixel(0, 0, 7); // of no colour
		Path file = Files.writeString(folder.resolve("picture.png"), "kept");
		assertThrows(RuntimeException.class, () -> PictureFile.write(broken, Format.PNG, file));
		assertEquals("kept", Files.readString(file));
		assertEquals(List.of(file), files(folder));
	}

	@Test
	void aFormatHasItsExtensions() {
		assertEquals(List.of("jpg", "jpeg"), Format.JPEG.extensions());
		assertEquals("png", Format.PNG.extensions().get(0));
	}
}
