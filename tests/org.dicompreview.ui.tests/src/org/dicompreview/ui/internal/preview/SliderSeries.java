package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.Plane;
import org.dicompreview.testsupport.Study;

/**
 * CT series for the benchmark of the slider, made once: 512x512 of 12 bits with noise, 50 pictures that return in turn,
 * each slice a file of its own. Other tools compress them.
 */
final class SliderSeries {

	/** The transfer syntaxes, with the command that compresses a file. */
	enum Coding {
		UNCOMPRESSED(DicomWriter.EXPLICIT_LITTLE, "uncompressed"),
		JPEG_LOSSLESS("1.2.840.10008.1.2.4.70", "JPEG lossless", "dcmcjpeg", "+e1", IN, OUT),
		JPEG_LS("1.2.840.10008.1.2.4.80", "JPEG-LS", "dcmcjpls", IN, OUT),
		JPEG_2000("1.2.840.10008.1.2.4.90", "JPEG 2000", "gdcmconv", "--j2k", IN, OUT),
		HTJ2K("1.2.840.10008.1.2.4.201", "HTJ2K", "ojph_compress", "-i", IN, "-o", OUT, "-reversible", "true");

		final String syntax;
		final String label;
		private final List<String> command;

		Coding(String syntax, String label, String... command) {
			this.syntax = syntax;
			this.label = label;
			this.command = List.of(command);
		}

		/** {@return the tool that is needed, if it is not on the path; else empty text} */
		String missingTool() {
			boolean found = command.isEmpty() || Arrays.stream(System.getenv("PATH").split(":"))
					.anyMatch(folder -> Files.isExecutable(Path.of(folder, command.get(0))));
			return found ? "" : command.get(0);
		}
	}

	private static final String IN = "IN";
	private static final String OUT = "OUT";
	private static final int SIZE = 512;
	private static final int BITS = 12;
	private static final int MOST = (1 << BITS) - 1;
	private static final int PICTURES = 50;
	private static final int CINE_FRAMES = 48;
	private static final int CINE_WIDTH = 800;
	private static final int CINE_HEIGHT = 600;

	private SliderSeries() {
	}

	/** {@return the folder of a series, which is made first if it is not there} */
	static Path folder(Coding coding, int slices) throws IOException {
		Path all = Path.of(System.getProperty("java.io.tmpdir"), "dicompreview-slider");
		Path folder = all.resolve(coding + "-" + slices);
		Path complete = all.resolve(folder.getFileName() + ".complete");
		if (!Files.exists(complete)) {
			System.out.println("Making " + folder);
			Files.createDirectories(folder);
			Study study = new Study(coding.label, coding + "-" + slices, "20240229", "2.25.77" + coding.ordinal() + slices);
			List<byte[]> pictures = new ArrayList<>();
			for (int i = 0; i < slices; i++) {
				if (i < PICTURES) {
					pictures.add(encode(coding, all, i));
				}
				write(folder.resolve(String.format(Locale.ROOT, "IM%05d.dcm", i)), coding,
						slice(study, 1, i), pictures.get(i % PICTURES));
			}
			Files.createFile(complete);
		}
		return folder;
	}

	/** {@return the folder of uncompressed series of one frame of reference, so many slices each, which is made first} */
	static Path sideBySide(int series, int slices) throws IOException {
		Path all = Path.of(System.getProperty("java.io.tmpdir"), "dicompreview-slider");
		Path folder = all.resolve("side-by-side-" + series + "-" + slices);
		Path complete = all.resolve(folder.getFileName() + ".complete");
		if (!Files.exists(complete)) {
			System.out.println("Making " + folder);
			Study study = new Study("Side by side", "SIDE-" + series + "-" + slices, "20240229", "2.25.789" + series + slices);
			List<byte[]> pictures = new ArrayList<>();
			for (int i = 0; i < PICTURES; i++) {
				pictures.add(encode(Coding.UNCOMPRESSED, all, i));
			}
			for (int number = 1; number <= series; number++) {
				Path own = Files.createDirectories(folder.resolve("S" + number));
				for (int i = 0; i < slices; i++) {
					write(own.resolve(String.format(Locale.ROOT, "IM%05d.dcm", i)), Coding.UNCOMPRESSED,
							slice(study, number, i), pictures.get((i + 7 * number) % PICTURES));
				}
			}
			Files.createFile(complete);
		}
		return folder;
	}

	/** {@return the folder of a colour cine of 800x600 at 60 images a second, uncompressed or as baseline JPEG} */
	static Path cine(boolean jpeg) throws IOException {
		Path folder = Path.of(System.getProperty("java.io.tmpdir"), "dicompreview-slider", jpeg ? "cine-jpeg" : "cine");
		Path file = folder.resolve("cine.dcm");
		if (!Files.exists(file)) {
			Files.createDirectories(folder);
			Path raw = jpeg ? cine(false).resolve("cine.dcm") : folder.resolve("made");
			if (!jpeg) {
				DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(raw, cine());
			}
			Path made = jpeg ? folder.resolve("made") : raw;
			if (jpeg) {
				run(List.of("dcmcjpeg", "+eb", IN, OUT), raw, made);
			}
			Files.move(made, file);
		}
		return folder;
	}

	private static DicomObject cine() {
		DicomObject object = new Study("Cine", "CINE", "20240229", "2.25.788").instance(Study.US_MULTI_FRAME, "US", 1, "Cine", 1)
				.set(Tag.NUMBER_OF_FRAMES, CINE_FRAMES).set(Tag.FRAME_TIME, 1000.0 / 60)
				.set(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME);
		byte[] pixels = new byte[CINE_FRAMES * CINE_WIDTH * CINE_HEIGHT * 3];
		Random random = new Random(60);
		for (int i = 0; i < pixels.length; i++) {
			int pixel = i / 3;
			int frame = pixel / (CINE_WIDTH * CINE_HEIGHT);
			double u = 2.0 * (pixel % CINE_WIDTH) / CINE_WIDTH - 1;
			double v = 2.0 * (pixel / CINE_WIDTH % CINE_HEIGHT) / CINE_HEIGHT - 1;
			double wave = 0.5 + 0.4 * Math.sin(9 * Math.hypot(u, v) - frame / 5.0 + i % 3);
			pixels[i] = (byte) Math.max(0, Math.min(255, 255 * wave + 12 * random.nextGaussian()));
		}
		return Images.bytes(object, CINE_WIDTH, CINE_HEIGHT, 3, "RGB", pixels);
	}

	private static void write(Path file, Coding coding, DicomObject object, byte[] pixels) throws IOException {
		if (coding == Coding.UNCOMPRESSED) {
			object.bytes(Tag.PIXEL_DATA, VR.OW, pixels);
		} else {
			object.frames(List.of(pixels));
		}
		DicomWriter.of(coding.syntax).write(file, object);
	}

	private static DicomObject slice(Study study, int series, int number) {
		DicomObject object = study.instance(Study.CT, "CT", series, "Slider", number + 1).set(Tag.WINDOW_CENTER, 1100)
				.set(Tag.WINDOW_WIDTH, 1600);
		Images.grey16(object, SIZE, SIZE, BITS, false, new short[0]);
		return Images.place(object, Plane.axial(number * 0.7, 0.7, SIZE), 0.7, study.root() + ".9");
	}

	private static byte[] encode(Coding coding, Path folder, int picture) throws IOException {
		short[] values = picture(picture);
		if (coding == Coding.UNCOMPRESSED) {
			return bytes(values, 0);
		}
		Path in = folder.resolve(coding == Coding.HTJ2K ? "in.pgm" : "in.dcm");
		Path out = folder.resolve(coding == Coding.HTJ2K ? "out.j2c" : "out.dcm");
		if (coding == Coding.HTJ2K) {
			byte[] header = ("P5 " + SIZE + ' ' + SIZE + ' ' + MOST + '\n').getBytes(StandardCharsets.US_ASCII);
			byte[] pixels = bytes(values, 1);
			byte[] file = Arrays.copyOf(header, header.length + pixels.length);
			System.arraycopy(pixels, 0, file, header.length, pixels.length);
			Files.write(in, file);
			run(coding.command, in, out);
			return Files.readAllBytes(out);
		}
		DicomObject object = Images.grey16(slice(Study.of("Slider", "S", 1), 1, picture), SIZE, SIZE, BITS, false, values);
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(in, object);
		run(coding.command, in, out);
		return frame(out);
	}

	private static byte[] frame(Path file) throws IOException {
		DicomReaders reader = DicomReaders.standalone();
		try (PixelSource pixels = reader.openPixels(reader.readHeader(file, ReadLimits.DEFAULT), ReadLimits.DEFAULT)) {
			EncodedFrame frame = pixels.frame(0);
			return Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
		}
	}

	/** @param bigEndian 1 for the more significant byte first, else 0 */
	private static byte[] bytes(short[] values, int bigEndian) {
		byte[] bytes = new byte[2 * values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[2 * i + bigEndian] = (byte) values[i];
			bytes[2 * i + 1 - bigEndian] = (byte) (values[i] >> 8);
		}
		return bytes;
	}

	private static void run(List<String> command, Path in, Path out) throws IOException {
		Files.deleteIfExists(out);
		List<String> words = command.stream()
				.map(word -> word.equals(IN) ? in.toString() : word.equals(OUT) ? out.toString() : word).toList();
		Process process = new ProcessBuilder(words).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		try {
			if (process.waitFor() != 0 || !Files.exists(out)) {
				throw new IOException(String.join(" ", words) + " failed");
			}
		} catch (InterruptedException e) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	/** A body with lungs and a spine, and noise as of a soft kernel: a standard deviation of 10 in 4096. */
	private static short[] picture(int number) {
		Random random = new Random(number);
		short[] values = new short[SIZE * SIZE];
		for (int i = 0; i < values.length; i++) {
			double u = 2.0 * (i % SIZE) / SIZE - 1;
			double v = 2.0 * (i / SIZE) / SIZE - 1;
			double shape = tissue(u + number * 0.002, v);
			double value = shape < 0 ? 0 : shape + 0.0025 * random.nextGaussian();
			values[i] = (short) Math.max(0, Math.min(MOST, Math.round(value * MOST)));
		}
		return values;
	}

	/** Brightness of a place, negative outside of the body. */
	private static double tissue(double u, double v) {
		if (u * u / 0.8 + v * v / 0.6 > 1) {
			return -1;
		}
		double lungs = Math.min(Math.hypot((u - 0.4) / 0.3, v / 0.45), Math.hypot((u + 0.4) / 0.3, v / 0.45));
		double spine = Math.hypot(u / 0.12, (v - 0.5) / 0.15);
		double soft = lungs < 1 ? 0.05 + 0.05 * Math.sin(40 * u) * Math.sin(35 * v) * (1 - lungs) : 0.26;
		return spine < 1 ? 0.5 + 0.1 * Math.cos(20 * spine) : soft + 0.02 * u + 0.01 * Math.sin(9 * v);
	}
}
