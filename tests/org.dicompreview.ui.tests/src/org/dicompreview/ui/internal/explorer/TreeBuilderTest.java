package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.explorer.StillFolders.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.ui.FolderState.Phase;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.ui.internal.folders.MadeHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreeBuilderTest {

	private final StillFolders folders = new StillFolders();
	private final Map<Series, SeriesStructure> structures = new HashMap<>();
	private final TreeBuilder builder = new TreeBuilder(folders,
			series -> structures.getOrDefault(series, SeriesStructure.UNKNOWN));

	@BeforeEach
	void fill() {
		add("1", "Doe^Jane", "Brain", "T1 sagittal"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		add("2", "Doe^Jane", "Brain", "T2 axial"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		add("3", "Doe^Jane", "Knee", "T1 coronal"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		add("4", "M\u00fcller^Jan", "Thorax", "Lung"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void patientsStudiesAndSeriesStandBelowEachOther() {
		assertEquals(List.of("PATIENT Doe, Jane", "STUDY Brain", "SERIES T1 sagittal", "SERIES T2 axial", "STUDY Knee", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
				"SERIES T1 coronal", "PATIENT M\u00fcller, Jan", "STUDY Thorax", "SERIES Lung"), rows("")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	}

	@Test
	void matchesKeepTheirParents() {
		assertEquals(List.of("PATIENT Doe, Jane", "STUDY Brain", "SERIES T1 sagittal", "STUDY Knee", "SERIES T1 coronal"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
				rows("t1")); //$NON-NLS-1$
		assertEquals(List.of("PATIENT Doe, Jane", "STUDY Knee", "SERIES T1 coronal"), rows("t1 knee")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void aMatchOnAParentKeepsItsChildren() {
		assertEquals(List.of("PATIENT M\u00fcller, Jan", "STUDY Thorax", "SERIES Lung"), rows("muller")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("PATIENT Doe, Jane", "STUDY Brain", "SERIES T1 sagittal", "SERIES T2 axial"), rows("brain")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	}

	@Test
	void numbersIdsModalitiesAndDatesAreFound() {
		folders.catalog().add(ROOT, List.of(MadeHeader.image(ROOT.resolve("5"), "Roe", "Abdomen", "Liver") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.with(Tag.MODALITY, "CT").with(Tag.STUDY_DATE, "20190511"))); //$NON-NLS-1$ //$NON-NLS-2$
		List<String> roe = List.of("PATIENT Roe", "STUDY Abdomen", "SERIES Liver"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(roe, rows("ct")); //$NON-NLS-1$
		assertEquals(roe, rows("20190511")); //$NON-NLS-1$
		assertEquals(roe, rows("2019 liver")); //$NON-NLS-1$
		assertEquals(roe, rows("id of roe")); //$NON-NLS-1$
		assertEquals(List.of(), rows("liver mr")); //$NON-NLS-1$
	}

	@Test
	void onlyWhatHasChangedIsDescribedAnew() {
		Node before = find("SERIES Lung", builder.build(Filter.NONE)); //$NON-NLS-1$
		assertSame(before, find("SERIES Lung", builder.build(Filter.NONE))); //$NON-NLS-1$
		folders.catalog().add(ROOT, List.of(MadeHeader.image(ROOT.resolve("9"), "M\u00fcller^Jan", "Thorax", "Lung"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		Node after = find("SERIES Lung", builder.build(Filter.NONE)); //$NON-NLS-1$
		assertNotSame(before, after);
		assertEquals(before, after, "it stands for the same series"); //$NON-NLS-1$
	}

	@Test
	void severalStacksAreListedWithTheirDiagnosis() {
		folders.catalog().add(ROOT, List.of(large("6"), large("7").with(Tag.IMAGE_TYPE, "OTHER"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Node.OfSeries unknown = find("SERIES Mixed", builder.build(Filter.NONE)); //$NON-NLS-1$
		assertEquals(List.of(), unknown.children());
		Series series = unknown.object();
		SeriesStructure structure = SeriesStructure.of(series);
		Finding tilt = new Finding(Finding.Kind.TILT, Text.verbatim("tilted"), List.of()); //$NON-NLS-1$
		Finding gap = new Finding(Finding.Kind.MISSING_POSITIONS, Text.verbatim("gap"), List.of()); //$NON-NLS-1$
		structures.put(series, new SeriesStructure(structure.version(), structure.stacks(), List.of(gap),
				structure.stacks().stream().map(stack -> List.of(tilt)).toList(), List.of()));
		Node known = find("SERIES Mixed", builder.build(Filter.NONE)); //$NON-NLS-1$
		assertTrue(known.label().warns());
		long stacks = known.children().stream().filter(child -> child instanceof Node.OfStack).count();
		if (structure.stacks().size() > 1) {
			assertEquals(structure.stacks().size(), stacks);
			assertEquals("FINDING tilted", text(known.children().get(0).children().get(0))); //$NON-NLS-1$
		} else {
			assertEquals(0, stacks);
			assertEquals("FINDING tilted", text(known.children().get(0))); //$NON-NLS-1$
		}
		assertEquals("FINDING gap", text(known.children().get(known.children().size() - 1))); //$NON-NLS-1$
	}

	@Test
	void whatTheOnlyStackSaysIsNotSaidAgain() {
		folders.catalog().add(ROOT, List.of(large("6"), large("7").with(Tag.PATIENT_SEX, "F"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				large("8").with(Tag.PATIENT_SEX, "M"))); //$NON-NLS-1$ //$NON-NLS-2$
		Series series = find("SERIES Mixed", builder.build(Filter.NONE)).object(); //$NON-NLS-1$
		SeriesStructure structure = SeriesStructure.of(series);
		structures.put(series, structure);
		assertEquals(1, structure.stacks().size());
		assertEquals(structure.findings(), structure.findings(structure.stacks().get(0)));
		assertEquals(List.of("FINDING " + structure.findings().get(0).message().toString()), //$NON-NLS-1$
				find("SERIES Mixed", builder.build(Filter.NONE)).children().stream().map(TreeBuilderTest::text).toList()); //$NON-NLS-1$
	}

	@Test
	void damagedInstancesAreNamedWithReasonTagAndOffset() {
		List<InstanceHeader> headers = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			headers.add(large("damaged" + i).damaged("The value is cut off")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		folders.catalog().add(ROOT, headers);
		Series series = find("SERIES Mixed", builder.build(Filter.NONE)).object(); //$NON-NLS-1$
		structures.put(series, SeriesStructure.of(series));
		Node node = find("SERIES Mixed", builder.build(Filter.NONE)); //$NON-NLS-1$
		assertTrue(node.label().warns());
		List<Node> damaged = node.children().stream().filter(Node.OfDamaged.class::isInstance).toList();
		assertEquals(Label.of("damaged0", "The value is cut off at (7FE0,0010) (byte 7)"), damaged.get(0).label()); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(20, damaged.size());
		assertEquals("MOREINSTANCES and 5 more files", text(node.children().get(node.children().size() - 1))); //$NON-NLS-1$
	}

	@Test
	void whatDoesNotTouchTheImagesIsOneRowThatLeadsToThem() {
		List<InstanceHeader> headers = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			headers.add(large("noted" + i).noted("the width of a window is not above zero")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		headers.add(large("damaged").damaged("The value is cut off")); //$NON-NLS-1$ //$NON-NLS-2$
		folders.catalog().add(ROOT, headers);
		Series series = find("SERIES Mixed", builder.build(Filter.NONE)).object(); //$NON-NLS-1$
		structures.put(series, SeriesStructure.of(series));
		List<Node> rows = find("SERIES Mixed", builder.build(Filter.NONE)).children(); //$NON-NLS-1$
		assertEquals(1, rows.stream().filter(Node.OfDamaged.class::isInstance).count());
		List<Node> notes = rows.stream().filter(Node.OfNote.class::isInstance).toList();
		assertEquals(1, notes.size());
		assertEquals(Label.of("the width of a window is not above zero at (0028,1051)", "25 images"), notes.get(0).label()); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(notes.get(0).label().warns());
		assertEquals(21, notes.get(0).children().size());
		NodeAdapters adapters = new NodeAdapters();
		Slice first = adapters.getAdapter(notes.get(0), Slice.class);
		assertTrue(first.instance().problem().orElseThrow().isNote());
		Slice second = adapters.getAdapter(notes.get(0).children().get(1), Slice.class);
		assertTrue(Locations.path(second.instance()).endsWith("noted1"), second::toString); //$NON-NLS-1$
		assertSame(series, adapters.getAdapter(notes.get(0), Series.class));
		Node damaged = rows.stream().filter(Node.OfDamaged.class::isInstance).findFirst().orElseThrow();
		assertTrue(Locations.path(adapters.getAdapter(damaged, Slice.class).instance()).endsWith("damaged")); //$NON-NLS-1$
	}

	@Test
	void aSeriesWithNothingButNotesDoesNotWarn() {
		folders.catalog().add(ROOT, List.of(large("noted").noted("odd"))); //$NON-NLS-1$ //$NON-NLS-2$
		Series series = find("SERIES Mixed", builder.build(Filter.NONE)).object(); //$NON-NLS-1$
		structures.put(series, SeriesStructure.of(series));
		assertFalse(find("SERIES Mixed", builder.build(Filter.NONE)).label().warns()); //$NON-NLS-1$
	}

	@Test
	void documentsBesideImagesHaveRowsOfTheirOwn() {
		folders.catalog().add(ROOT, List.of(MadeHeader.image(ROOT.resolve("8"), "M\u00fcller^Jan", "Thorax", "Lung") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.document("1.2.840.10008.5.1.4.1.1.66"))); //$NON-NLS-1$
		assertEquals(List.of("DOCUMENT Raw Data"), //$NON-NLS-1$
				find("SERIES Lung", builder.build(Filter.NONE)).children().stream().map(TreeBuilderTest::text).toList()); //$NON-NLS-1$
	}

	@Test
	void whatCouldNotBeUsedIsListedAtTheEnd() {
		folders.add(new FileProblem(FileLocation.unseen(ROOT.resolve("sub/bad")), "damaged")); //$NON-NLS-1$ //$NON-NLS-2$
		folders.add(new FileProblem(FileLocation.unseen(ROOT.resolve("readme.txt")), "")); //$NON-NLS-1$ //$NON-NLS-2$
		folders.state(new FolderState(ROOT, Phase.DONE, 9, 9, 4, 1, 0, 4, "")); //$NON-NLS-1$
		Snapshot snapshot = builder.build(Filter.NONE);
		Node folder = snapshot.root().children().get(2);
		assertEquals(Label.of("1 unreadable file \u00b7 4 other files", ROOT.toString()), folder.label()); //$NON-NLS-1$
		assertEquals(List.of(Label.of("sub/bad", "damaged"), Label.of("readme.txt", "not DICOM"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				Label.of("and 3 more files")), folder.children().stream().map(Node::label).toList()); //$NON-NLS-1$
		assertEquals(List.of("FOLDER 1 unreadable file \u00b7 4 other files", "FILEPROBLEM sub/bad"), rows("damaged")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(List.of(), rows("nothing like this")); //$NON-NLS-1$
	}

	private static MadeHeader large(String file) {
		return MadeHeader.image(ROOT.resolve(file), "Roe", "Abdomen", "Mixed").with(Tag.ROWS, "512"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private void add(String file, String patient, String study, String series) {
		folders.catalog().add(ROOT, List.of(MadeHeader.image(ROOT.resolve(file), patient, study, series)));
	}

	private List<String> rows(String filter) {
		List<String> rows = new ArrayList<>();
		collect(builder.build(new Filter(filter)).root(), rows);
		return rows;
	}

	private static void collect(Node node, List<String> rows) {
		node.children().forEach(child -> {
			rows.add(text(child));
			collect(child, rows);
		});
	}

	private static Node.OfSeries find(String text, Snapshot snapshot) {
		return snapshot.all(Node.OfSeries.class).stream().filter(node -> text(node).equals(text)).findFirst().orElseThrow();
	}

	private static String text(Node node) {
		return node.getClass().getSimpleName().substring(2).toUpperCase(Locale.ROOT) + ' ' + node.label().text();
	}
}
