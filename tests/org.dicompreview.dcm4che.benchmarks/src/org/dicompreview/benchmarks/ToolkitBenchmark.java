package org.dicompreview.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dcm4che.internal.Dcm4cheReader;
import org.dicompreview.dcm4che.internal.decode.Dcm4cheNativeDecoder;
import org.dicompreview.dcm4che.internal.decode.Dcm4cheRleDecoder;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same work by both toolkits in one run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ToolkitBenchmark {

	/** Who does it. */
	@Param({ "built-in", "dcm4che" })
	public String provider;

	private DicomReader reader;
	private List<Path> files;
	private int next;

	/** A series of CT slices of 512 x 512 pixels, in the cache of the operating system. */
	@Setup
	public void makeFiles() throws IOException {
		reader = provider.equals("built-in") ? DicomReader.builtIn() : new Dcm4cheReader();
		Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"),
				"dicompreview-benchmarks", "toolkits"));
		files = SampleStudy.write(folder, Phantoms.ct(Study.of("Doe^Jane", "1", 1), 1, 200, 1, 512));
	}

	private Path file() {
		next = (next + 1) % files.size();
		return files.get(next);
	}

	/** The header of one file, as a scan reads it. */
	@Benchmark
	public InstanceHeader header() throws IOException {
		return reader.readHeader(file(), ReadLimits.DEFAULT);
	}

	/** All elements of one file. */
	@Benchmark
	public DataSet dataSet() throws IOException {
		return reader.readDataSet(file(), ReadLimits.DEFAULT);
	}

	/** Header, frames and the first of them. */
	@Benchmark
	public EncodedFrame open() throws IOException {
		InstanceHeader header = reader.readHeader(file(), ReadLimits.DEFAULT);
		try (PixelSource pixels = reader.openPixels(header, ReadLimits.DEFAULT)) {
			return pixels.frame(0);
		}
	}

	/** What both decode. */
	@State(Scope.Benchmark)
	public static class Encoded {

		/** Transfer syntax. */
		@Param({ "NATIVE", "RLE" })
		public DecodeFiles.Coding coding;

		/** Picture. */
		@Param({ "CT", "RGB" })
		public DecodeFiles.Picture picture;

		private FrameDecoder decoder;
		private List<EncodedFrame> frames;
		private int next;

		/** Frames in memory. */
		@Setup
		public void load(ToolkitBenchmark benchmark) throws IOException {
			frames = DecodeFiles.frames(DecodeFiles.file(picture, coding));
			if (benchmark.provider.equals("built-in")) {
				decoder = coding == DecodeFiles.Coding.RLE ? new RleDecoder() : new NativeDecoder();
			} else {
				decoder = coding == DecodeFiles.Coding.RLE ? new Dcm4cheRleDecoder() : new Dcm4cheNativeDecoder();
			}
		}
	}

	/** One frame to stored values. */
	@Benchmark
	public Frame decode(Encoded encoded) throws DecodeException {
		encoded.next = (encoded.next + 1) % encoded.frames.size();
		return encoded.decoder.decode(encoded.frames.get(encoded.next), DecodeOptions.DEFAULT);
	}
}
