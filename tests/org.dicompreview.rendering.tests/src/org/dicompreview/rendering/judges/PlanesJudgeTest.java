package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.rendering.planes.CutPlane;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.rendering.planes.Reformat;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares pictures of other planes through the series of the corpus with what pydicom and numpy make of the same files: less
 * than one stored value apart.
 */
class PlanesJudgeTest {

	private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

	@TempDir
	private Path folder;
	private String python;

	@BeforeEach
	void needsPydicom() throws InterruptedException {
		for (String each : PYTHONS) {
			python = python == null && Tools.run(each, "-c", "import pydicom, numpy") ? each : python;
		}
		if (python == null) {
			abort("no judge: there is no Python with pydicom and numpy");
		}
	}

	@Test
	void planesOfTheCorpus(TestReporter reporter) throws Exception {
		Path root = Path.of(System.getProperty("dicompreview.corpus", ""), "series");
		assumeTrue(Files.isDirectory(root), "no corpus: the system property dicompreview.corpus does not lead to one");
		List<String> names = new ArrayList<>();
		List<String> cuts = new ArrayList<>();
		try (Stream<Path> all = Files.list(root)) {
			for (Path series : all.sorted().toList()) {
				for (SliceStack stack : stacks(series)) {
					for (String cut : cuts(stack)) {
						names.add(series.getFileName() + " " + stack.label() + " " + cut.split("\t")[4]);
						cuts.add(cut);
					}
				}
			}
		}
		List<String> verdicts = judge(cuts);
		assertEquals(cuts.size(), verdicts.size());
		long pixels = 0;
		for (int i = 0; i < verdicts.size(); i++) {
			String[] verdict = verdicts.get(i).split("\t");
			pixels += Long.parseLong(verdict[1]);
			String name = names.get(i) + ": " + verdicts.get(i);
			assertTrue(Double.parseDouble(verdict[0]) <= Double.parseDouble(verdict[2]), name);
		}
		reporter.publishEntry("planes", cuts.size() + " pictures, " + pixels + " pixels");
		assertTrue(cuts.size() > 100, () -> cuts.size() + " pictures");
	}

	private static List<SliceStack> stacks(Path series) throws IOException {
		DicomReaders readers = DicomReaders.standalone();
		List<InstanceHeader> headers = new ArrayList<>();
		try (Stream<Path> files = Files.walk(series)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				headers.add(readers.readHeader(file, ReadLimits.DEFAULT));
			}
		}
		Catalog catalog = SeriesModel.standalone(readers).newCatalog();
		catalog.add(series, headers);
		return catalog.patients().stream().flatMap(patient -> patient.studies().stream()).flatMap(study -> study.series().stream())
				.flatMap(each -> each.stacks().stream()).toList();
	}

	/** {@return pictures of all planes and of an oblique one, thin and thick, for the judge} */
	private List<String> cuts(SliceStack stack) throws IOException {
		PlaneOffer offer = PlaneOffer.of(stack);
		FrameLoader loader = FrameLoader.standalone(DicomReaders.standalone(), FrameDecoders.standalone());
		List<CutPlane> planes = new ArrayList<>(offer.planes());
		if (!planes.isEmpty()) {
			CutPlane.oblique(new Vector3(2, 1, 0.3), planes.get(planes.size() - 1).normal()).ifPresent(planes::add);
		}
		List<String> cuts = new ArrayList<>();
		for (CutPlane plane : planes) {
			for (Projection projection : Projection.values()) {
				double thickness = projection == Projection.AVERAGE ? 0 : 9;
				ReformattedStack cut = ReformattedStack.of(stack, offer.grid().orElseThrow(), new Reformat(plane, thickness, projection));
				int[] coordinates = new int[cut.axes().size()];
				cuts.add(cut(loader, (ReformattedSlice) cut.slice(cut.positions() / 2, coordinates).orElseThrow()));
			}
		}
		return cuts;
	}

	private String cut(FrameLoader loader, ReformattedSlice slice) throws IOException {
		LoadedFrame loaded = loader.load(slice);
		assertTrue(loaded.reason().isEmpty(), () -> slice + ": " + loaded.reason());
		float[] values = ((Samples.Floats) loaded.frame().orElseThrow().frame().samples()).values();
		ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		for (float value : values) {
			bytes.putFloat(value);
		}
		Path raw = Files.createTempFile(folder, "cut", ".raw");
		Files.write(raw, bytes.array());
		ReformattedStack stack = slice.stack();
		String images = IntStream.range(0, stack.grid().slices()).mapToObj(z -> name(slice.source(z).orElseThrow()))
				.collect(Collectors.joining("\t"));
		return String.join("\t", raw.toString(), Integer.toString(stack.columns()), Integer.toString(stack.rows()),
				Integer.toString(stack.planesBeside()), stack.reformat().projection().name(), text(stack.firstPixel(slice.position())),
				text(stack.rightStep()), text(stack.downStep()), text(stack.alongStep()), images);
	}

	private static String name(Slice image) {
		return FileLocation.path(image.instance().location()).orElseThrow() + "#" + image.frame();
	}

	private static String text(Vector3 vector) {
		return vector.x() + "," + vector.y() + "," + vector.z();
	}

	private List<String> judge(List<String> cuts) throws IOException, InterruptedException {
		Path script = folder.resolve("planes_judge.py");
		try (InputStream in = getClass().getResourceAsStream("planes_judge.py")) {
			Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
		}
		Path list = Files.write(folder.resolve("cuts.tsv"), cuts);
		Path verdicts = folder.resolve("verdicts.tsv");
		Path errors = folder.resolve("errors.txt");
		Process process = new ProcessBuilder(python, script.toString(), list.toString()).redirectOutput(verdicts.toFile())
				.redirectError(errors.toFile()).start();
		assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the judge ends");
		assertEquals(0, process.exitValue(), () -> read(errors));
		return Files.readAllLines(verdicts);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			return e.toString();
		}
	}
}
