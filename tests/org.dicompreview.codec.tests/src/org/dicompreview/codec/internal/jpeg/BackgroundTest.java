package org.dicompreview.codec.internal.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.TestFrames;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images whose blocks are mostly equal, which are decoded several at a time. */
class BackgroundTest {

	private static final Pattern MISSING = Pattern.compile("(\\d+) of (\\d+) units are missing");

	private final JpegDecoder decoder = new JpegDecoder();

	/** A disk on a background, whose last rows and columns are no whole blocks. */
	private static BufferedImage picture(int type, int width, int height, int background) {
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(new Color(background, background, background));
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(new Color(200, 120, 90));
		graphics.fillOval(width / 2, height / 3, width / 4, height / 4);
		graphics.dispose();
		return image;
	}

	private static EncodedFrame encoded(BufferedImage image) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "jpg", bytes);
		int samples = image.getRaster().getNumBands();
		PixelFormat format = new PixelFormat(image.getHeight(), image.getWidth(), samples, 8, 8, 7, false, 0,
				samples == 1 ? Photometric.MONOCHROME2 : Photometric.YBR_FULL_422, SampleKind.INTEGER);
		return frame(bytes.toByteArray(), format);
	}

	private static EncodedFrame frame(byte[] bytes, PixelFormat format) {
		return new EncodedFrame(TransferSyntax.of("1.2.840.10008.1.2.4.50"), format, bytes, 0, bytes.length, 0);
	}

	@ParameterizedTest
	@CsvSource({ "640,400,0", "641,403,0", "333,517,255", "250,250,90", "8,2000,0", "2000,8,128" })
	void greyIsAsTheReaderOfTheJdkDecodesIt(int width, int height, int background) throws Exception {
		EncodedFrame frame = encoded(picture(BufferedImage.TYPE_BYTE_GRAY, width, height, background));
		Raster expected = ImageIO.read(new ByteArrayInputStream(frame.bytes())).getRaster();
		Frame actual = decoder.decode(frame, DecodeOptions.DEFAULT);
		assertArrayEquals((byte[]) expected.getDataElements(0, 0, width, height, null), TestFrames.raw(actual.samples()));
	}

	/** Four blocks of luminance and two of chrominance in an MCU, of which many are quiet as a whole. */
	@ParameterizedTest
	@CsvSource({ "640,400,0", "333,517,255", "250,250,90" })
	void colourStaysInItsPlace(int width, int height, int background) throws Exception {
		BufferedImage image = picture(BufferedImage.TYPE_3BYTE_BGR, width, height, background);
		Frame frame = decoder.decode(encoded(image), DecodeOptions.DEFAULT);
		byte[] values = TestFrames.raw(frame.samples());
		for (int i = 0; i < width * height; i++) {
			Color color = new Color(image.getRGB(i % width, i / width));
			double luminance = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
			boolean edge = isNearEdge(image, i % width, i / width);
			assertTrue(edge || Math.abs(luminance - (values[3 * i] & 0xFF)) < 4, "pixel " + i % width + ", " + i / width);
		}
	}

	private static boolean isNearEdge(BufferedImage image, int x, int y) {
		for (int dy = -8; dy <= 8; dy += 8) {
			for (int dx = -8; dx <= 8; dx += 8) {
				int near = image.getRGB(Math.max(0, Math.min(image.getWidth() - 1, x + dx)),
						Math.max(0, Math.min(image.getHeight() - 1, y + dy)));
				if (near != image.getRGB(x, y)) {
					return true;
				}
			}
		}
		return false;
	}

	/** Wherever the data end, the units before are there, those behind are blank, and their number is told. */
	@Test
	void truncatedWithinTheBackground() throws Exception {
		int width = 400;
		EncodedFrame whole = encoded(picture(BufferedImage.TYPE_BYTE_GRAY, width, 304, 60));
		byte[] full = TestFrames.raw(decoder.decode(whole, DecodeOptions.DEFAULT).samples());
		int start = whole.length() / 2;
		int before = Integer.MAX_VALUE;
		for (int length = start; length < whole.length() - 2; length++) {
			Frame frame = decode(whole, length);
			Matcher missing = MISSING.matcher(frame.problem().orElseThrow().toString());
			assertTrue(missing.find(), frame.problem().get().toString());
			int blank = Integer.parseInt(missing.group(1));
			assertTrue(blank > 0 && blank <= before, blank + " missing of " + length + " bytes");
			before = blank;
			int units = Integer.parseInt(missing.group(2));
			int there = (units - blank) / (width / 8) * 8 * width; // bytes of complete rows of units
			byte[] actual = TestFrames.raw(frame.samples());
			assertEquals(-1, Arrays.mismatch(full, 0, there, actual, 0, there), length + " bytes");
			assertEquals(0, actual[actual.length - 1]);
		}
		assertTrue(before < 60, before + " missing at the end");
	}

	private Frame decode(EncodedFrame whole, int length) throws DecodeException {
		return decoder.decode(frame(Arrays.copyOf(whole.bytes(), length), whole.format()), DecodeOptions.DEFAULT);
	}
}
