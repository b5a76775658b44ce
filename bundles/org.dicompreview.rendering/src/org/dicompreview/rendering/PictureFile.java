package org.dicompreview.rendering;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;

/**
 * Writes pictures as files: of stored resolution, as {@link FrameRenderer#renderAtStoredResolution} gives them, or as they
 * are seen. Needs no display; not for the UI thread.
 *
 * @since 0.1
 */
public final class PictureFile {

	/** Formats of files. */
	public enum Format {
		/** Portable Network Graphics: every level is kept. */
		PNG("png"), //$NON-NLS-1$
		/** JPEG: small, with losses that are hardly seen. */
		JPEG("jpg", "jpeg"), //$NON-NLS-1$ //$NON-NLS-2$
		/** TIFF, compressed without loss. */
		TIFF("tif", "tiff"); //$NON-NLS-1$ //$NON-NLS-2$

		private final List<String> extensions;

		Format(String... extensions) {
			this.extensions = List.of(extensions);
		}

		/** {@return what names of such files end with, without a point, the usual one first} */
		public List<String> extensions() {
			return extensions;
		}
	}

	private static final float JPEG_QUALITY = 0.95f;
	private static final CopyOption[] NOT_REPLACING = {};
	/** Ends the name of a file while it is written. */
	private static final String PART = ".part"; //$NON-NLS-1$
	private static final String LOSSLESS = "LZW"; //$NON-NLS-1$

	private PictureFile() {
	}

	/**
	 * Writes a picture.
	 *
	 * @param picture its pixels; where all colours of its palette are grey, so is the file
	 * @param format  of the file
	 * @param out     gets the file; it stays open
	 * @throws IOException if it cannot be written
	 */
	public static void write(ImageData picture, Format format, OutputStream out) throws IOException {
		ImageWriter writer = writer(format);
		try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) { // no temporary file
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image(picture), null, null), parameters(writer, format));
		} finally {
			writer.dispose();
		}
	}

	/**
	 * Writes a picture. The file is there whole, or as it was before.
	 *
	 * @param picture its pixels, as above
	 * @param format  of the file
	 * @param file    the file, which is made or replaced
	 * @throws IOException if it cannot be written
	 */
	public static void write(ImageData picture, Format format, Path file) throws IOException {
		write(picture, format, file, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Writes a picture to a file that is not there yet. The file is there whole, or not at all.
	 *
	 * @param picture its pixels, as above
	 * @param format  of the file
	 * @param file    the file, which is made
	 * @throws FileAlreadyExistsException if there is such a file
	 * @throws IOException                if it cannot be written
	 * @since 0.1.0
	 */
	public static void writeNew(ImageData picture, Format format, Path file) throws IOException {
		write(picture, format, file, NOT_REPLACING);
	}

	private static void write(ImageData picture, Format format, Path file, CopyOption... replacing) throws IOException {
		if (replacing.length == 0 && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileAlreadyExistsException(file.toString());
		}
		Path part = file.resolveSibling("." + file.getFileName() + '.' + UUID.randomUUID() + PART); //$NON-NLS-1$
		try {
			try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
				write(picture, format, out);
			}
			Files.move(part, file, replacing);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	/** {@return the writer of Java, whatever others have registered} */
	private static ImageWriter writer(Format format) throws IOException {
		Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.name());
		while (writers.hasNext()) {
			ImageWriter writer = writers.next();
			if (writer.getClass().getModule().equals(ImageIO.class.getModule())) {
				return writer;
			}
			writer.dispose();
		}
		throw new IOException("This Java cannot write " + format + '.'); //$NON-NLS-1$
	}

	private static ImageWriteParam parameters(ImageWriter writer, Format format) {
		ImageWriteParam parameters = writer.getDefaultWriteParam();
		if (format != Format.PNG) {
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		}
		if (format == Format.JPEG) {
			parameters.setCompressionQuality(JPEG_QUALITY);
		} else if (format == Format.TIFF) {
			parameters.setCompressionType(LOSSLESS);
		}
		return parameters;
	}

	private static BufferedImage image(ImageData data) {
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
		return image;
	}
}
