import static java.awt.RenderingHints.KEY_ANTIALIASING;
import static java.awt.RenderingHints.KEY_STROKE_CONTROL;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_ON;
import static java.awt.RenderingHints.VALUE_STROKE_PURE;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

/**
 * Makes the icons of the launchers and the splash from their drawings, with jsvg on the class path: .ico for Windows, .icns
 * for macOS, and a .bmp, which is what the launcher libraries of all systems show as a splash.
 */
public final class IconMaker {

	private static final int[] ICO_SIZES = { 16, 24, 32, 48, 64, 256 };
	/** Types of images in an .icns file and their widths in pixels. */
	private static final Map<String, Integer> ICNS_SIZES = new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "ic07", 128,
			"ic08", 256, "ic09", 512, "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512));

	private IconMaker() {
	}

	/** @param arguments drawing of the icon, drawing of the splash, folder to write into */
	public static void main(String[] arguments) throws IOException {
		SVGDocument icon = load(Path.of(arguments[0]));
		SVGDocument splash = load(Path.of(arguments[1]));
		Path target = Files.createDirectories(Path.of(arguments[2]));
		Files.write(target.resolve("dicom-series-preview.ico"), ico(icon));
		Files.write(target.resolve("dicom-series-preview.icns"), icns(icon));
		int width = Math.round(splash.size().width);
		int height = Math.round(splash.size().height);
		BufferedImage opaque = draw(splash, width, height, BufferedImage.TYPE_3BYTE_BGR);
		if (!ImageIO.write(opaque, "bmp", target.resolve("splash.bmp").toFile())) {
			throw new IOException("No writer for BMP");
		}
	}

	private static SVGDocument load(Path drawing) throws IOException {
		SVGDocument document = new SVGLoader().load(drawing.toUri().toURL());
		if (document == null) {
			throw new IOException("Not a drawing: " + drawing);
		}
		return document;
	}

	private static BufferedImage draw(SVGDocument drawing, int width, int height, int type) {
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(KEY_ANTIALIASING, VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(KEY_STROKE_CONTROL, VALUE_STROKE_PURE);
		drawing.render(null, graphics, new ViewBox(0, 0, width, height));
		graphics.dispose();
		return image;
	}

	private static byte[] png(SVGDocument drawing, int size) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(draw(drawing, size, size, BufferedImage.TYPE_INT_ARGB), "png", bytes);
		return bytes.toByteArray();
	}

	/** A directory of images that are PNG files, as Windows knows them since Vista. */
	private static byte[] ico(SVGDocument drawing) throws IOException {
		int headers = 6 + 16 * ICO_SIZES.length;
		ByteBuffer directory = ByteBuffer.allocate(headers).order(ByteOrder.LITTLE_ENDIAN);
		directory.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.length);
		ByteArrayOutputStream images = new ByteArrayOutputStream();
		for (int size : ICO_SIZES) {
			byte[] png = png(drawing, size);
			byte side = (byte) size; // 256 is written as 0
			directory.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
			directory.putInt(png.length).putInt(headers + images.size());
			images.write(png);
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(directory.array());
		images.writeTo(file);
		return file.toByteArray();
	}

	private static byte[] icns(SVGDocument drawing) throws IOException {
		ByteArrayOutputStream images = new ByteArrayOutputStream();
		for (Map.Entry<String, Integer> entry : ICNS_SIZES.entrySet()) {
			byte[] png = png(drawing, entry.getValue());
			images.write(entry.getKey().getBytes("US-ASCII"));
			images.write(ByteBuffer.allocate(4).putInt(8 + png.length).array());
			images.write(png);
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write("icns".getBytes("US-ASCII"));
		file.write(ByteBuffer.allocate(4).putInt(8 + images.size()).array());
		images.writeTo(file);
		return file.toByteArray();
	}
}
