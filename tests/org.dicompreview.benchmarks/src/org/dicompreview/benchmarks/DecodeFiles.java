package org.dicompreview.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;

/** Multi-frame files of made pictures, compressed by the tools that decoding is compared with. */
public final class DecodeFiles {

	/** What is in the pictures: a noisy body before an empty background. */
	public enum Picture {
		/** CT-like, 12 bits. */
		CT(512, 512, 1, 12, 50),
		/** Colour, 8 bits. */
		RGB(800, 600, 3, 8, 50),
		/** A radiograph, 14 bits. */
		LARGE(4000, 3000, 1, 14, 4);

		final int columns;
		final int rows;
		final int samples;
		final int bits;
		final int frames;

		Picture(int columns, int rows, int samples, int bits, int frames) {
			this.columns = columns;
			this.rows = rows;
			this.samples = samples;
			this.bits = bits;
			this.frames = frames;
		}
	}

	/** Transfer syntaxes with the command that encodes them; {@code IN} and {@code OUT} stand for files. */
	public enum Coding {
		NATIVE(""), DEFLATED(""), RLE("dcmcrle IN OUT"), JPEG_BASELINE("dcmcjpeg +eb IN OUT"), JPEG_EXTENDED("dcmcjpeg +ee IN OUT"),
		JPEG_PROGRESSIVE("dcmcjpeg +ep IN OUT"), JPEG_LOSSLESS("dcmcjpeg +e1 IN OUT"),
		JPEG_LOSSLESS_6("dcmcjpeg +el +sv 6 IN OUT"), JPEG_LS("dcmcjpls IN OUT"), JPEG_LS_SAMPLE("dcmcjpls +is IN OUT"),
		JPEG_LS_LINE("dcmcjpls +il IN OUT"), JPEG_LS_NEAR("dcmcjpls +en +md 2 IN OUT"),
		JPEG_2000("gdcmconv --j2k IN OUT"), HTJ2K("ojph_compress -i IN -o OUT -reversible true"),
		JPEG_XL("cjxl IN OUT -d 0"), JPEG_XL_LOSSY("cjxl IN OUT -d 1");

		private final String encoder;

		Coding(String encoder) {
			this.encoder = encoder;
		}
	}

	private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";
	private static final String HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201";
	private static final String JPEG_XL_LOSSLESS = "1.2.840.10008.1.2.4.110";
	private static final String JPEG_XL_ANY = "1.2.840.10008.1.2.4.112";

	private DecodeFiles() {
	}

	/** {@return a file, which is made first if it is not there} */
	static Path file(Picture picture, Coding coding) throws IOException {
		Path file = folder().resolve(picture + "-" + coding + ".dcm");
		if (!Files.exists(file)) {
			switch (coding) {
				case NATIVE -> DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, object(picture));
				case DEFLATED -> DicomWriter.of(DEFLATED_FRAMES).write(file, deflated(picture));
				case HTJ2K -> DicomWriter.of(HTJ2K_LOSSLESS).write(file, encoded(picture, coding));
				case JPEG_XL -> DicomWriter.of(JPEG_XL_LOSSLESS).write(file, encoded(picture, coding));
				case JPEG_XL_LOSSY -> DicomWriter.of(JPEG_XL_ANY).write(file, encoded(picture, coding));
				default -> run(coding.encoder, file(picture, Coding.NATIVE), file);
			}
		}
		return file;
	}

	/** {@return a HTJ2K codestream of all frames, one below the other, which is made first if it is not there} */
	static Path column(Picture picture) throws IOException {
		Path stream = folder().resolve(picture + "-column.j2c");
		if (!Files.exists(stream)) {
			Files.write(stream, encoded(picture, Coding.HTJ2K, 0, picture.frames));
		}
		return stream;
	}

	/** {@return where the files are} */
	static Path folder() throws IOException {
		return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "dicompreview-benchmarks"));
	}

	/** {@return the frames of a file, in memory} */
	static List<EncodedFrame> frames(Path file) throws IOException {
		List<EncodedFrame> frames = new ArrayList<>();
		DicomReaders reader = DicomReaders.standalone();
		try (PixelSource pixels = reader.openPixels(reader.readHeader(file, ReadLimits.DEFAULT), ReadLimits.DEFAULT)) {
			for (int i = 0; i < pixels.frameCount(); i++) {
				frames.add(pixels.frame(i));
			}
		}
		return frames;
	}

	/** Runs a command. @throws IOException if it fails */
	static void run(String command, Path in, Path out) throws IOException {
		List<String> words = new ArrayList<>();
		for (String word : command.split(" ")) {
			words.add(word.equals("IN") ? in.toString() : word.equals("OUT") ? out.toString() : word);
		}
		Process process = new ProcessBuilder(words).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		try {
			if (process.waitFor() != 0) {
				throw new IOException(String.join(" ", words) + " failed");
			}
		} catch (InterruptedException e) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	private static DicomObject deflated(Picture picture) throws IOException {
		List<byte[]> frames = new ArrayList<>();
		for (EncodedFrame frame : frames(file(picture, Coding.NATIVE))) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
				out.write(frame.bytes(), frame.offset(), frame.length());
			}
			frames.add(bytes.toByteArray());
		}
		return object(picture).frames(frames);
	}

	private static DicomObject encoded(Picture picture, Coding coding) throws IOException {
		List<byte[]> frames = new ArrayList<>();
		for (int frame = 0; frame < picture.frames; frame++) {
			frames.add(encoded(picture, coding, frame, 1));
		}
		return object(picture).frames(frames);
	}

	/** A codestream of some frames, one below the other, by a tool that reads PGM or PPM. */
	private static byte[] encoded(Picture p, Coding coding, int frame, int count) throws IOException {
		int size = p.columns * p.rows * p.samples;
		short[] values = new short[size * count];
		for (int i = 0; i < count; i++) {
			draw(p, frame + i, values, i * size);
		}
		// cjxl takes samples of 9 to 15 bits for such of 8: it gets 16, and makes them as many as it is told to
		boolean scaled = coding != Coding.HTJ2K && p.bits > 8;
		int most = (1 << p.bits) - 1;
		ByteArrayOutputStream image = new ByteArrayOutputStream();
		image.writeBytes(String.format("P%d %d %d %d\n", p.samples == 3 ? 6 : 5, p.columns, p.rows * count,
				scaled ? 0xFFFF : most).getBytes(StandardCharsets.US_ASCII));
		for (short each : values) {
			int value = scaled ? (each * 0xFFFF + most / 2) / most : each;
			if (p.bits > 8) {
				image.write(value >> 8);
			}
			image.write(value);
		}
		Path plain = Files.write(folder().resolve(p.samples == 3 ? "in.ppm" : "in.pgm"), image.toByteArray());
		Path stream = folder().resolve(coding == Coding.HTJ2K ? "out.j2c" : "out.jxl");
		run(scaled ? coding.encoder + " --override_bitdepth " + p.bits : coding.encoder, plain, stream);
		return Files.readAllBytes(stream);
	}

	private static DicomObject object(Picture p) {
		DicomObject object = new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7.3")
				.set(Tag.SOP_INSTANCE_UID, "2.25.1").set(Tag.STUDY_INSTANCE_UID, "2.25.2")
				.set(Tag.SERIES_INSTANCE_UID, "2.25.3").set(Tag.MODALITY, "OT").set(Tag.NUMBER_OF_FRAMES, p.frames);
		int count = p.columns * p.rows * p.samples;
		short[] values = new short[count * p.frames];
		for (int frame = 0; frame < p.frames; frame++) {
			draw(p, frame, values, frame * count);
		}
		if (p.bits > 8) {
			return Images.grey16(object, p.columns, p.rows, p.bits, false, values);
		}
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return Images.bytes(object, p.columns, p.rows, p.samples, p.samples == 3 ? "RGB" : "MONOCHROME2", bytes);
	}

	/** Noise as in a CT image with a soft kernel: a standard deviation of 10 in 4096. */
	private static void draw(Picture p, int frame, short[] to, int from) {
		Random random = new Random(frame);
		int most = (1 << p.bits) - 1;
		for (int i = 0; i < p.columns * p.rows; i++) {
			double u = 2.0 * (i % p.columns) / p.columns - 1;
			double v = 2.0 * (i / p.columns) / p.rows - 1;
			double shape = tissue(u + frame * 0.002, v);
			for (int sample = 0; sample < p.samples; sample++) {
				double value = shape < 0 ? 0 : shape * (1 - 0.2 * sample) + 0.0025 * random.nextGaussian();
				to[from + i * p.samples + sample] = (short) Math.max(0, Math.min(most, Math.round(value * most)));
			}
		}
	}

	/** Brightness of a place, negative outside of the body. */
	private static double tissue(double u, double v) {
		if (u * u / 0.8 + v * v / 0.6 > 1) {
			return -1;
		}
		double lungs = Math.min(Math.hypot((u - 0.4) / 0.3, v / 0.45), Math.hypot((u + 0.4) / 0.3, v / 0.45));
		double bone = Math.hypot(u / 0.12, (v - 0.5) / 0.15);
		double base = lungs < 1 ? 0.05 + 0.05 * Math.sin(40 * u) * Math.sin(35 * v) * (1 - lungs) : 0.26;
		return bone < 1 ? 0.5 + 0.1 * Math.cos(20 * bone) : base + 0.02 * u + 0.01 * Math.sin(9 * v);
	}
}
