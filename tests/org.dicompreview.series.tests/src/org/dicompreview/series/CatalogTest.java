package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

	private static final Path ROOT = Path.of("/data");

	private final Catalog catalog = SeriesModel.standalone(DicomReaders.standalone()).newCatalog();

	private static TestHeader image(String file, String patient, String study, String series) {
		return new TestHeader(file).with(Tag.PATIENT_ID, patient).with(Tag.STUDY_INSTANCE_UID, study)
				.with(Tag.SERIES_INSTANCE_UID, series).axial(file.hashCode() % 1000);
	}

	@Test
	void patientsAreSortedByNameThenId() {
		catalog.add(ROOT, List.of(image("a", "2", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "Zuse^Konrad"),
				image("b", "10", "1.2", "1.2.1").with(Tag.PATIENT_NAME, "adams^Ann^Mary"),
				image("c", "9", "1.3", "1.3.1").with(Tag.PATIENT_NAME, "Adams^Ann^Mary^Dr"),
				image("d", "1", "1.4", "1.4.1").without(Tag.PATIENT_NAME),
				image("e", "4", "1.5", "1.5.1").with(Tag.PATIENT_NAME, "=山田^太郎=やまだ^たろう")));
		assertEquals(List.of("Adams, Ann Mary", "adams, Ann Mary", "Zuse, Konrad", "山田, 太郎", ""),
				catalog.patients().stream().map(Patient::name).toList());
		assertEquals(List.of("9", "10", "2", "4", "1"), catalog.patients().stream().map(Patient::id).toList());
	}

	@Test
	void oneIdOfTwoNamesIsTwoPatientsButSpellingIsNoName() {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "Doe^Jane"),
				image("b", "1", "1.2", "1.2.1").with(Tag.PATIENT_NAME, "DOE^JANE^^"),
				image("c", "1", "1.3", "1.3.1").with(Tag.PATIENT_NAME, "Roe^Richard"),
				image("d", "1", "1.4", "1.4.1").with(Tag.PATIENT_NAME, "Doe^Jane").with(Tag.ISSUER_OF_PATIENT_ID, "Elsewhere")));
		assertEquals(List.of(2, 1, 1), catalog.patients().stream().map(patient -> patient.studies().size()).toList());
	}

	@Test
	void studiesAreSortedNewestFirstAndSeriesByNumber() {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1").with(Tag.STUDY_DATE, "20200101"),
				image("b", "1", "1.2", "1.2.1").with(Tag.STUDY_DATE, "20210101").with(Tag.STUDY_TIME, "0930")
						.with(Tag.SERIES_NUMBER, 10),
				image("c", "1", "1.2", "1.2.2").with(Tag.STUDY_DATE, "20210101").with(Tag.STUDY_TIME, "0930")
						.with(Tag.SERIES_NUMBER, 9),
				image("d", "1", "1.2", "1.2.3").with(Tag.STUDY_DATE, "20210101").with(Tag.SERIES_DATE, "2021.01.02")
						.with(Tag.SERIES_TIME, "10:11:12.5"),
				image("e", "1", "1.3", "1.3.1")));
		List<Study> studies = catalog.patients().get(0).studies();
		assertEquals(List.of("20210101093000", "20200101", ""), studies.stream().map(Study::date).toList());
		List<Series> series = studies.get(0).series();
		assertEquals(List.of("1.2.2", "1.2.1", "1.2.3"), series.stream().map(Series::uid).toList());
		assertEquals(List.of(OptionalInt.of(9), OptionalInt.of(10), OptionalInt.empty()),
				series.stream().map(Series::number).toList());
		assertEquals("20210102101112", series.get(2).date());
		assertSame(studies.get(0), series.get(0).study());
	}

	@Test
	void instancesWithoutUidsAreGroupedByWhatTheyHave() {
		catalog.add(ROOT, List.of(
				image("s1/a", "1", "", "").without(Tag.STUDY_INSTANCE_UID).without(Tag.SERIES_INSTANCE_UID),
				image("s1/b", "1", "", "").without(Tag.STUDY_INSTANCE_UID).without(Tag.SERIES_INSTANCE_UID),
				image("s2/c", "1", "", "").without(Tag.STUDY_INSTANCE_UID).without(Tag.SERIES_INSTANCE_UID),
				image("s1/d", "1", "1.1", "").without(Tag.SERIES_INSTANCE_UID)));
		List<Study> studies = catalog.patients().get(0).studies();
		assertEquals(2, studies.size());
		Study nameless = studies.stream().filter(study -> study.uid().isEmpty()).findFirst().orElseThrow();
		assertEquals(List.of(2, 1), nameless.series().stream().map(Series::imageCount).toList());
		assertEquals("", nameless.series().get(0).uid());
		assertTrue(catalog.series("").isEmpty());
	}

	@Test
	void aSeriesGrowsAndKeepsItsIdentity() {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1").with(Tag.INSTANCE_NUMBER, 1)));
		Series series = catalog.series("1.1.1").orElseThrow();
		List<SliceStack> before = series.stacks();
		int version = series.version();
		assertSame(before, series.stacks(), "remembered");
		catalog.add(ROOT, List.of(image("b", "1", "1.1", "1.1.1").frames(3), image("c", "1", "1.1", "1.1.1").document()));
		assertSame(series, catalog.series("1.1.1").orElseThrow());
		assertNotEquals(version, series.version());
		assertEquals(4, series.imageCount());
		assertEquals(3, series.instances().size());
		assertEquals(1, series.documents().size());
		assertNotSame(before, series.stacks());
		assertEquals(4, series.stacks().stream().mapToInt(stack -> stack.slices().size()).sum());
	}

	@Test
	void oneSeriesUnderSeveralRootsIsOneSeries() {
		Path other = Path.of("/data/s");
		catalog.add(ROOT, List.of(image("s/a", "1", "1.1", "1.1.1"), image("b", "1", "1.1", "1.1.1")));
		catalog.add(other, List.of(image("s/a", "1", "1.1", "1.1.1")));
		Series series = catalog.series("1.1.1").orElseThrow();
		assertEquals(2, series.imageCount(), "a file is one file, whichever way it is reached");
		catalog.remove(ROOT);
		assertEquals(List.of(Path.of("/data/s/a")), series.instances().stream().map(Locations::path).toList());
		assertSame(series, catalog.series("1.1.1").orElseThrow());
		catalog.remove(other);
		assertTrue(catalog.patients().isEmpty());
		assertTrue(catalog.series("1.1.1").isEmpty());
		assertEquals("MR", series.modality(), "what still shows the series is not left without a name");
	}

	@Test
	void filesThatAreGoneTakeEmptySeriesWithThem() {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1"), image("b", "1", "1.1", "1.1.2"),
				image("c", "2", "1.2", "1.2.1")));
		catalog.remove(ROOT, places("/data/b", "/data/c", "/data/unknown"));
		assertEquals(1, catalog.patients().size());
		assertEquals(List.of("1.1.1"),
				catalog.patients().get(0).studies().get(0).series().stream().map(Series::uid).toList());
		assertEquals(1, catalog.instances(ROOT).size());
	}

	@Test
	void aFileThatIsReadAgainReplacesItself() {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1"), image("b", "1", "1.1", "1.1.1")));
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1")));
		assertEquals(2, catalog.instances(ROOT).size());
		assertEquals(2, catalog.series("1.1.1").orElseThrow().imageCount());
		TestHeader changed = image("a", "1", "1.1", "1.1.2").modified(2);
		catalog.add(ROOT, List.of(changed));
		assertEquals(List.of(changed), catalog.series("1.1.2").orElseThrow().instances());
		assertEquals(1, catalog.series("1.1.1").orElseThrow().imageCount());
		assertEquals(2, catalog.instances(ROOT).size());
	}

	@Test
	void manyInstancesComeAndGo() {
		List<InstanceHeader> all = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			all.add(image("s" + i / 50 + "/i" + i, "1", "1.1", "1.1." + i / 50));
		}
		catalog.add(ROOT, all);
		assertEquals(all, catalog.instances(ROOT));
		List<InstanceLocation> odd = new ArrayList<>();
		for (int i = 1; i < 5000; i += 2) {
			odd.add(all.get(i).location());
		}
		catalog.remove(ROOT, odd);
		assertEquals(2500, catalog.instances(ROOT).size());
		catalog.add(ROOT, all);
		assertEquals(5000, catalog.instances(ROOT).size());
		assertEquals(100, catalog.patients().get(0).studies().get(0).series().size());
		assertEquals(50, catalog.series("1.1.7").orElseThrow().imageCount());
	}

	@Test
	void listenersHearOfChanges() {
		int[] heard = new int[1];
		Runnable listener = () -> {
			heard[0]++;
			assertEquals(1, catalog.patients().size(), "no lock is held");
		};
		catalog.addListener(listener);
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1")));
		catalog.add(ROOT, List.of());
		assertEquals(1, heard[0]);
		catalog.add(ROOT, List.of(image("b", "1", "1.1", "1.1.1")));
		assertEquals(2, heard[0]);
		catalog.removeListener(listener);
		catalog.remove(ROOT);
		assertEquals(2, heard[0]);
	}

	@Test
	void readersAndWritersOfSeveralThreadsDoNotDisturbEachOther() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Future<?>> work = new ArrayList<>();
		for (int t = 0; t < 2; t++) {
			int number = t;
			work.add(threads.submit(() -> {
				for (int i = 0; i < 300; i++) {
					catalog.add(ROOT, List.of(image("t" + number + "i" + i, "1", "1.1", "1.1." + i % 3)));
				}
			}));
			work.add(threads.submit(() -> {
				for (int i = 0; i < 300; i++) {
					catalog.patients().forEach(patient -> patient.studies().forEach(study -> study.series()
							.forEach(series -> series.stacks().forEach(stack -> assertTrue(stack.slices().size() > 0)))));
				}
			}));
		}
		threads.shutdown();
		assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
		for (Future<?> each : work) {
			each.get();
		}
		assertEquals(600, catalog.patients().get(0).studies().get(0).series().stream().mapToInt(Series::imageCount).sum());
	}

	@Test
	void filesThatDisagreeAboutThePatientAreReported() {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1"),
				image("b", "1", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "Roe^Jane").with(Tag.ISSUER_OF_PATIENT_ID, "X"),
				image("c", "1", "1.1", "1.1.1").with(Tag.PATIENT_BIRTH_DATE, "19700101"),
				image("d", "1", "1.1", "1.1.1").with(Tag.PATIENT_BIRTH_DATE, "19700102")));
		Series series = catalog.series("1.1.1").orElseThrow();
		assertEquals(List.of("The files do not agree on Patient Name: Doe^Jane, Roe^Jane",
				"The files do not agree on Birth Date: 19700101, 19700102"), messages(series));
		assertEquals(4, series.imageCount(), "within a study an id is one patient, however the name is spelled");
		assertEquals(1, catalog.patients().size());
	}

	private static List<String> messages(Series series) {
		return series.findings().stream().map(finding -> finding.message().toString()).toList();
	}

	private static List<String> files(Series series) {
		return series.instances().stream().map(header -> Locations.path(header).getFileName().toString()).sorted().toList();
	}

	private Series seriesOf(String id) {
		return catalog.patients().stream().filter(patient -> patient.id().equals(id)).findFirst().orElseThrow()
				.studies().get(0).series().get(0);
	}

	/** Whoever comes first: an image never comes under another patient's id, and both say so. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void patientsThatShareAllUidsStayApart(long seed) {
		List<InstanceHeader> headers = new ArrayList<>(List.of(image("a0", "A", "1.1", "1.1.1").axial(0),
				image("a1", "A", "1.1", "1.1.1").axial(1), image("b0", "B", "1.1", "1.1.1").axial(0),
				image("b1", "B", "1.1", "1.1.1").axial(1), image("c", "C", "1.1", "1.1.2")));
		Collections.shuffle(headers, new Random(seed));
		headers.forEach(header -> {
			catalog.add(ROOT, List.of(header));
			catalog.patients().forEach(patient -> patient.studies().forEach(study -> study.series().forEach(Series::findings)));
		});
		assertEquals(List.of("A", "B", "C"), catalog.patients().stream().map(Patient::id).toList());
		for (String id : List.of("A", "B")) {
			Series series = seriesOf(id);
			assertEquals("1.1.1", series.uid());
			assertEquals("1.1", series.study().uid());
			String lower = id.toLowerCase(Locale.ROOT);
			assertEquals(List.of(lower + "0", lower + "1"), files(series));
			assertEquals(List.of("axial: position 2"), Stacks.describe(series.stacks()));
			assertEquals(List.of("Other patients use the same Series Instance UID: " + ("A".equals(id) ? "B" : "A"),
					"Other patients use the same Study Instance UID: C"), messages(series));
		}
		assertEquals(List.of("Other patients use the same Study Instance UID: A, B"), messages(seriesOf("C")));
		String sop = seriesOf("B").instances().get(0).sopInstanceUid();
		assertSame(seriesOf("A"), catalog.series("1.1.1").orElseThrow());
		assertSame(seriesOf("B"), catalog.series("1.1.1", sop).orElseThrow());
		int version = seriesOf("A").version();
		catalog.remove(ROOT, headers.stream().filter(header -> header.string(Tag.PATIENT_ID).orElse("").equals("B"))
				.map(InstanceHeader::location).toList());
		assertNotEquals(version, seriesOf("A").version());
		assertEquals(List.of("Other patients use the same Study Instance UID: C"), messages(seriesOf("A")));
		catalog.remove(ROOT, places("/data/c"));
		assertEquals(List.of(), messages(seriesOf("A")));
	}

	@Test
	void aSeriesUidInTwoStudiesIsTwoSeries() {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1"), image("b", "1", "1.2", "1.1.1")));
		List<Study> studies = catalog.patients().get(0).studies();
		assertEquals(List.of(List.of("a"), List.of("b")),
				studies.stream().map(study -> files(study.series().get(0))).toList());
		assertEquals(List.of("Other studies of this patient use the same Series Instance UID: 1.2"),
				messages(studies.get(0).series().get(0)));
	}

	/** Without ids names tell patients apart, and an image without an id comes under nobody's. */
	@Test
	void namesTellPatientsWithoutIdApart() {
		catalog.add(ROOT, List.of(image("a", "", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "Doe^Jane"),
				image("b", "", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "DOE^JANE^"),
				image("c", "", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "Roe^Richard"),
				image("d", "7", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "Doe^Jane"),
				image("e", "", "1.1", "1.1.1").without(Tag.PATIENT_NAME),
				image("f", "", "1.2", "1.2.1").with(Tag.PATIENT_NAME, "Roe^Richard").with(Tag.PATIENT_BIRTH_DATE, "19700101"),
				image("g", "", "1.3", "1.3.1").with(Tag.PATIENT_NAME, "Roe^Richard").with(Tag.PATIENT_BIRTH_DATE, "19810101")));
		List<List<String>> files = catalog.patients().stream().flatMap(patient -> patient.studies().stream())
				.map(study -> files(study.series().get(0))).toList();
		assertEquals(Set.of(List.of("a", "b"), List.of("c"), List.of("d"), List.of("e"), List.of("f"), List.of("g")),
				Set.copyOf(files));
		assertEquals(6, catalog.patients().size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "MÜLLER^JÖRG", "Mueller^Joerg^Heinz", "Müller^Jörg^^Dr.", "Müller, Jörg", "Muller  Jorg", "müller^jörg=x^y",
			"Mu\u0308ller^Jo\u0308rg" })
	void spellingIsNoOtherPatient(String name) {
		catalog.add(ROOT, List.of(image("a", "1", "1.1", "1.1.1").with(Tag.PATIENT_NAME, "Müller^Jörg"),
				image("b", "1", "1.2", "1.2.1").with(Tag.PATIENT_NAME, name),
				image("c", "1", "1.3", "1.3.1").with(Tag.PATIENT_NAME, "Möller^Jörg")));
		assertEquals(List.of(1, 2), catalog.patients().stream().map(patient -> patient.studies().size()).sorted().toList());
	}

	private static List<InstanceLocation> places(String... files) {
		return Arrays.stream(files).map(Path::of).map(FileLocation::unseen).map(InstanceLocation.class::cast).toList();
	}
}
