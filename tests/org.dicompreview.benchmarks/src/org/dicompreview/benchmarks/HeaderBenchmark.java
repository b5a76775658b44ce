package org.dicompreview.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.internal.BuiltInReader;
import org.dicompreview.dicom.spi.DicomReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Headers of 500 files an invocation, beside the bare loop over the same files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(2)
public class HeaderBenchmark {

	private static final int FILES = 500;

	/** Which files. */
	@Param({ "ct", "small" })
	public String kind;

	/** Where they are; made if they are missing. */
	@Param("/tmp/dicompreview-benchmark")
	public String folder;

	private final DicomReader reader = new BuiltInReader();
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(32 << 10);
	private List<Path> files;
	private List<BasicFileAttributes> attributes;

	/** Makes the files. @throws IOException if that fails */
	@Setup
	public void makeFiles() throws IOException {
		Path root = Path.of(folder);
		List<Path> all = kind.equals("ct") ? BenchmarkFiles.ct(root.resolve("ct")) //$NON-NLS-1$ //$NON-NLS-2$
				: BenchmarkFiles.small(root.resolve("small")); //$NON-NLS-1$
		files = all.subList(0, FILES);
		attributes = new ArrayList<>();
		for (Path file : files) {
			attributes.add(Files.readAttributes(file, BasicFileAttributes.class));
		}
	}

	/** The least that reading can be. @return bytes that were read @throws IOException if reading fails */
	@Benchmark
	@OperationsPerInvocation(FILES)
	public long bareLoop() throws IOException {
		return BenchmarkFiles.bareLoop(files, buffer);
	}

	/** Headers. @throws IOException if reading fails */
	@Benchmark
	@OperationsPerInvocation(FILES)
	public void headers(Blackhole out) throws IOException {
		for (Path file : files) {
			try {
				out.consume(reader.readHeader(file, ReadLimits.DEFAULT));
			} catch (NotDicomException e) {
				out.consume(e);
			}
		}
	}

	/** Headers of files whose attributes the walk over the folder has brought. @throws IOException if reading fails */
	@Benchmark
	@OperationsPerInvocation(FILES)
	public void headersOfKnownFiles(Blackhole out) throws IOException {
		for (int i = 0; i < FILES; i++) {
			try {
				out.consume(reader.readHeader(FileLocation.of(files.get(i), attributes.get(i)), ReadLimits.DEFAULT));
			} catch (NotDicomException e) {
				out.consume(e);
			}
		}
	}
}
