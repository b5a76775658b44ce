package org.dicompreview.series.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.ForwardingReaders;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderValidationTest {

	private static final Study STUDY = Study.of("Doe^Jane", "1", 1);

	@TempDir
	private Path folder;
	private final Counting readers = new Counting();
	private Optional<Problem> unsupported = Optional.empty();
	private final FolderValidation validation = new FolderValidation(readers, SeriesModel.standalone(readers),
			syntax -> unsupported, Path.of("any"));

	/** Notes the files that are read. */
	private static final class Counting extends ForwardingReaders {

		private final List<String> read = new ArrayList<>();

		@Override
		public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
			read.add(location.name());
			return super.readHeader(location, limits);
		}

		@Override
		public DataSet readDataSet(InstanceLocation location, ReadLimits limits) throws IOException {
			read.add(location.name());
			return super.readDataSet(location, limits);
		}
	}

	private List<InstanceLocation> write(String name, List<DicomObject> objects) throws IOException {
		List<InstanceLocation> files = new ArrayList<>();
		for (DicomObject object : objects) {
			Path file = folder.resolve(name + files.size());
			DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, object);
			files.add(FileLocation.of(file));
		}
		return files;
	}

	private String validate(List<InstanceLocation> files) throws IOException {
		List<String> words = new ArrayList<>();
		for (InstanceLocation file : files) {
			validation.validate(file).forEach(fault -> words.add(words(fault)));
		}
		return String.join("; ", words);
	}

	private String series() {
		return String.join("; ", validation.series().values().stream().flatMap(List::stream).map(FolderValidationTest::words)
				.sorted().toList());
	}

	private static String words(Fault fault) {
		return fault.problem().location().name() + ' ' + fault.rule();
	}

	@Test
	void aSoundSeriesHasNoFaults() throws IOException {
		assertEquals("", validate(write("a", Phantoms.ct(STUDY, 1, 6, 2, 8))));
		Map<String, List<Fault>> series = validation.series();
		assertEquals(1, series.size());
		assertEquals(List.of(List.of()), List.copyOf(series.values()));
		assertEquals(Map.of(), validation.series(), "nothing has changed since");
	}

	@Test
	void theSampleStudyIsSound() throws IOException {
		SampleStudy.write(folder);
		List<InstanceLocation> files = new ArrayList<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				files.add(FileLocation.of(file));
			}
		}
		assertEquals("", validate(files));
		assertEquals("", series());
	}

	@Test
	void aMissingSliceIsToldUntilItComes() throws IOException {
		List<InstanceLocation> files = write("a", Phantoms.ct(STUDY, 1, 6, 2, 8));
		validate(files);
		validation.remove(files.get(2));
		assertEquals("a1 MISSING_POSITIONS", series());
		validate(files.subList(2, 3));
		assertEquals("", series());
	}

	@Test
	void oneChangeAmongManyReadsOneFileAndDiagnosesItsSeriesOnly() throws IOException {
		List<InstanceLocation> files = new ArrayList<>(write("a", Phantoms.ct(STUDY, 1, 8, 2, 8)));
		for (int i = 2; i < 12; i++) {
			files.addAll(write("s" + i + '_', Phantoms.ct(STUDY, i, 8, 2, 8)));
		}
		for (InstanceLocation file : files) {
			validation.note(file);
		}
		assertEquals(11, validation.series().size());
		readers.read.clear();
		validation.validate(files.get(3));
		assertEquals(1, validation.series().size());
		assertEquals(List.of("a3", "a3"), readers.read);
	}

	@Test
	void aFileThatTurnsToAnotherSeriesTouchesBoth() throws IOException {
		List<InstanceLocation> files = write("a", Phantoms.ct(STUDY, 1, 6, 2, 8));
		validate(files);
		validation.series();
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(folder.resolve("a2"), Phantoms.ct(STUDY, 2, 1, 2, 8).get(0));
		validation.validate(FileLocation.of(folder.resolve("a2")));
		Map<String, List<Fault>> series = validation.series();
		assertEquals(2, series.size());
		assertEquals(1, series.values().stream().mapToInt(List::size).sum());
	}

	@Test
	void filesOfOneUidAreToldAtTheFirstOfThem() throws IOException {
		List<DicomObject> images = Phantoms.ct(STUDY, 1, 6, 2, 8);
		images.get(4).set(Tag.SOP_INSTANCE_UID, "1.2.3");
		images.get(5).set(Tag.SOP_INSTANCE_UID, "1.2.3");
		validate(write("a", images));
		assertEquals("a4 DUPLICATE_INSTANCES", series());
	}

	@Test
	void damageHasItsPlace() throws IOException {
		Path file = folder.resolve("short");
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, Phantoms.ct(STUDY, 1, 1, 2, 8).get(0));
		byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
		List<Fault> faults = validation.validate(FileLocation.of(file));
		assertEquals(1, faults.size(), faults::toString);
		assertEquals(Fault.Category.DAMAGE, faults.get(0).category());
		assertEquals(Tag.PIXEL_DATA, faults.get(0).problem().tag());
		assertTrue(faults.get(0).problem().offset() > 0);
	}

	@Test
	void aSyntaxWithoutDecoderIsTold() throws IOException {
		unsupported = Optional.of(Problem.of(Text.verbatim("none")));
		assertEquals("a0 VERBATIM", validate(write("a", Phantoms.ct(STUDY, 1, 1, 2, 8))));
	}

	@Test
	void whatIsNoDicomFileBelongsToNoSeries() throws IOException {
		List<InstanceLocation> files = write("a", Phantoms.ct(STUDY, 1, 6, 2, 8));
		validate(files);
		Files.writeString(folder.resolve("a2"), "no image any more ".repeat(40));
		assertThrows(NotDicomException.class, () -> validation.validate(FileLocation.of(folder.resolve("a2"))));
		assertEquals("a1 MISSING_POSITIONS", series());
	}
}
