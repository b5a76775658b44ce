package org.dicompreview.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.SliceStack;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long it takes to group and order one series, from its headers to its stacks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StackBenchmark {

	private static final int SIZE = 8;

	/** A volume of 500 slices, 20 slices at 25 times, and the same in one enhanced instance. */
	@Param({ "volume", "times", "enhanced" })
	public String kind;

	private Path folder;
	private SeriesModel model;
	private final List<InstanceHeader> headers = new ArrayList<>();

	/** Makes the files and reads their headers. */
	@Setup(Level.Trial)
	public void read() throws IOException {
		folder = Files.createTempDirectory("dicompreview-benchmark"); //$NON-NLS-1$
		Study study = Study.of("Bench^Mark", "B", 1); //$NON-NLS-1$ //$NON-NLS-2$
		List<DicomObject> objects = switch (kind) {
			case "volume" -> Phantoms.ct(study, 1, 500, 1, SIZE); //$NON-NLS-1$
			case "times" -> Phantoms.perfusion(study, 1, 20, 25, SIZE); //$NON-NLS-1$
			default -> List.of(Phantoms.enhanced(study, 1, 20, 25, SIZE));
		};
		DicomReaders reader = DicomReaders.standalone();
		for (DicomObject object : objects) {
			Path file = folder.resolve("i" + headers.size()); //$NON-NLS-1$
			DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, object);
			headers.add(reader.readHeader(file, ReadLimits.DEFAULT));
		}
		model = SeriesModel.standalone(reader);
	}

	/** Removes the files. */
	@TearDown(Level.Trial)
	public void clean() throws IOException {
		for (InstanceHeader header : headers) {
			Files.delete(FileLocation.path(header.location()).orElseThrow());
		}
		Files.delete(folder);
	}

	/** {@return the stacks} */
	@Benchmark
	public List<SliceStack> group() {
		Catalog catalog = model.newCatalog();
		catalog.add(folder, headers);
		return catalog.series(headers.get(0).string(Tag.SERIES_INSTANCE_UID).orElseThrow()).orElseThrow().stacks();
	}
}
