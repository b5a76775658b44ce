package org.dicompreview.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.dicompreview.benchmarks.DecodeFiles.Coding;
import org.dicompreview.benchmarks.DecodeFiles.Picture;
import org.dicompreview.dicom.EncodedFrame;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;

/**
 * What decoding is compared with. Command-line tools also read and write files and start anew: a run decodes all frames of
 * a file, so that this matters little. All throw {@link UnsupportedOperationException} for a coding that they do not know.
 */
final class References {

	private static final Path TASKSET = Path.of("/usr/bin/taskset");

	private References() {
	}

	/** Runs a tool on one core, as some of them have several threads. */
	private static void run(String command, Path in, Path out) throws IOException {
		DecodeFiles.run(Files.isExecutable(TASKSET) ? TASKSET + " -c 0 " + command : command, in, out);
	}

	/** DCMTK's tools, without conversion of colours. */
	static void dcmtk(Picture picture, Coding coding) throws IOException {
		String command = switch (coding) {
			case NATIVE -> "dcmconv IN OUT";
			case RLE -> "dcmdrle IN OUT";
			case JPEG_BASELINE, JPEG_EXTENDED, JPEG_PROGRESSIVE, JPEG_LOSSLESS, JPEG_LOSSLESS_6 -> "dcmdjpeg +cn IN OUT";
			case JPEG_LS, JPEG_LS_SAMPLE, JPEG_LS_LINE, JPEG_LS_NEAR -> "dcmdjpls IN OUT";
			default -> throw unsupported(coding);
		};
		run(command, DecodeFiles.file(picture, coding), DecodeFiles.folder().resolve("out.dcm"));
	}

	/** GDCM's tool, which uses libjpeg, CharLS and OpenJPEG. */
	static void gdcm(Picture picture, Coding coding) throws IOException {
		if (coding == Coding.HTJ2K || coding == Coding.JPEG_XL || coding == Coding.JPEG_XL_LOSSY) {
			throw unsupported(coding);
		}
		run("gdcmconv --raw IN OUT", DecodeFiles.file(picture, coding),
				DecodeFiles.folder().resolve("out.dcm"));
	}

	/** OpenJPEG's tool over a folder with a codestream for each frame. */
	static void openjpeg(Picture picture, Coding coding, List<EncodedFrame> frames) throws IOException {
		if (coding != Coding.JPEG_2000) {
			throw unsupported(coding);
		}
		Path folder = DecodeFiles.folder().resolve(picture + "-streams");
		if (!Files.exists(folder)) {
			Files.createDirectory(folder);
			for (int i = 0; i < frames.size(); i++) {
				Files.write(folder.resolve(i + ".j2k"), bytes(frames.get(i)));
			}
		}
		run("opj_decompress -ImgDir IN -OutFor " + (picture == Picture.RGB ? "PPM" : "PGM"), folder, folder);
	}

	/** OpenJPH's tool over one image that has all frames below each other. */
	static void openjph(Picture picture, Coding coding) throws IOException {
		if (coding != Coding.HTJ2K) {
			throw unsupported(coding);
		}
		run("ojph_expand -i IN -o OUT", DecodeFiles.column(picture),
				DecodeFiles.folder().resolve(picture == Picture.RGB ? "out.ppm" : "out.pgm"));
	}

	/** libjxl's tool, which decodes the first frame as often as there are frames. */
	static void libjxl(Picture picture, Coding coding, List<EncodedFrame> frames) throws IOException {
		if (coding != Coding.JPEG_XL && coding != Coding.JPEG_XL_LOSSY) {
			throw unsupported(coding);
		}
		Path stream = DecodeFiles.folder().resolve(picture + "-" + coding + ".jxl");
		if (!Files.exists(stream)) {
			Files.write(stream, bytes(frames.get(0)));
		}
		run("djxl IN OUT --num_threads=0 --num_reps=" + frames.size(), stream,
				DecodeFiles.folder().resolve(picture == Picture.RGB ? "out.ppm" : "out.pgm"));
	}

	/** In this process the JDK's reader, of which the raster needs no conversion of colours, or that of JAI Image I/O. */
	static Object java(Coding coding, EncodedFrame frame) throws IOException {
		return switch (coding) {
			case NATIVE -> bytes(frame);
			case DEFLATED -> new InflaterInputStream(new ByteArrayInputStream(bytes(frame)), new Inflater(true)).readAllBytes();
			default -> read(coding, frame);
		};
	}

	private static Object read(Coding coding, EncodedFrame frame) throws IOException {
		ImageReader reader = switch (coding) {
			case JPEG_BASELINE -> ImageIO.getImageReadersByFormatName("jpeg").next();
			case JPEG_2000 -> new J2KImageReaderSpi().createReaderInstance();
			default -> throw unsupported(coding);
		};
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes(frame)))) {
			reader.setInput(in);
			return reader.canReadRaster() ? reader.readRaster(0, null) : reader.read(0);
		} finally {
			reader.dispose();
		}
	}

	private static byte[] bytes(EncodedFrame frame) {
		return Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
	}

	private static UnsupportedOperationException unsupported(Coding coding) {
		return new UnsupportedOperationException("no reference of this kind for " + coding);
	}
}
