package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facets, groups and orders of the Series Explorer, on a real folder. */
class FindingSeriesTest {

	private static final String COMMAND = "org.dicompreview.ui.explorer."; //$NON-NLS-1$

	@TempDir
	static Path folder;

	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final ScannedFolders folders = PlatformUI.getWorkbench().getService(ScannedFolders.class);
	private SeriesExplorerView view;

	@BeforeAll
	static void make() throws Exception {
		SampleStudy.write(folder);
	}

	@BeforeEach
	void open() throws Exception {
		view = (SeriesExplorerView) page.showView(DicomPreview.SERIES_EXPLORER);
		folders.open(folder);
		until("the series", () -> folders.states().stream().noneMatch(state -> state.busy()) //$NON-NLS-1$
				&& series().size() == folders.catalog().series().size() && !series().isEmpty());
	}

	@AfterEach
	void close() {
		for (String key : List.of(Settings.EXPLORER_FACETS, Settings.EXPLORER_FACET_VALUES, Settings.EXPLORER_GROUPING,
				Settings.EXPLORER_ORDER, Settings.EXPLORER_DESCENDING)) {
			Settings.node().remove(key);
		}
		folders.roots().forEach(folders::close);
		until("nothing to be open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		page.hideView(view);
	}

	private List<Node.OfSeries> series() {
		return view.tree().current().all(Node.OfSeries.class);
	}

	private void run(String command) throws Exception {
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(commands.deserialize(COMMAND + command), null);
	}

	private void choose(String command, String value) throws Exception {
		run(command + '(' + COMMAND + command + ".value=" + value + ')'); //$NON-NLS-1$
	}

	private FacetPane facets() {
		return all(view.tree().tree().getShell()).filter(FacetPane.class::isInstance).map(FacetPane.class::cast).findFirst()
				.orElseThrow();
	}

	private static Stream<Control> all(Control control) {
		return control instanceof Composite parent
				? Stream.concat(Stream.of(control), Arrays.stream(parent.getChildren()).flatMap(FindingSeriesTest::all))
				: Stream.of(control);
	}

	private <T extends Control> List<T> fields(Class<T> type) {
		return Arrays.stream(facets().getChildren()).filter(type::isInstance).map(type::cast).toList();
	}

	private static void select(Combo combo, String item) {
		combo.select(combo.indexOf(item));
		combo.notifyListeners(SWT.Selection, new Event());
	}

	@Test
	void facetsLeaveWhatMeetsAllOfThem() throws Exception {
		int all = series().size();
		assertFalse(facets().getVisible());
		run("facets"); //$NON-NLS-1$
		until("the fields", () -> facets().getVisible()); //$NON-NLS-1$
		Combo modality = fields(Combo.class).get(0);
		assertTrue(Arrays.asList(modality.getItems()).containsAll(List.of("CT", "MR", "US")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				() -> Arrays.toString(modality.getItems()));
		select(modality, "CT"); //$NON-NLS-1$
		until("CT alone", () -> !series().isEmpty() && series().stream().allMatch(row -> row.object().modality().equals("CT"))); //$NON-NLS-1$ //$NON-NLS-2$
		int left = series().size();
		assertTrue(left < all);
		until("how many", () -> fields(org.eclipse.swt.widgets.Label.class).stream() //$NON-NLS-1$
				.anyMatch(label -> label.getText().equals(left + " of " + all + " series"))); //$NON-NLS-1$ //$NON-NLS-2$
		fields(Text.class).get(2).setText("100000"); //$NON-NLS-1$
		until("none", () -> series().isEmpty()); //$NON-NLS-1$
		fields(Text.class).get(2).setText("2"); //$NON-NLS-1$
		until("CT again", () -> !series().isEmpty()); //$NON-NLS-1$
		fields(Text.class).get(0).setText("2999"); //$NON-NLS-1$
		until("none", () -> series().isEmpty()); //$NON-NLS-1$
		run("facets"); //$NON-NLS-1$
		until("all", () -> series().size() == all && !facets().getVisible()); //$NON-NLS-1$
	}

	@Test
	void facetsAreThereAgainAfterARestart() throws Exception {
		run("facets"); //$NON-NLS-1$
		until("the fields", () -> facets().getVisible()); //$NON-NLS-1$
		select(fields(Combo.class).get(0), "US"); //$NON-NLS-1$
		until("ultrasound", () -> series().stream().allMatch(row -> row.object().modality().equals("US"))); //$NON-NLS-1$ //$NON-NLS-2$
		page.hideView(view);
		view = (SeriesExplorerView) page.showView(DicomPreview.SERIES_EXPLORER);
		until("ultrasound again", () -> facets().getVisible() && !series().isEmpty() //$NON-NLS-1$
				&& series().stream().allMatch(row -> row.object().modality().equals("US"))); //$NON-NLS-1$
		assertEquals("US", fields(Combo.class).get(0).getText()); //$NON-NLS-1$
	}

	/** Those that are not in view are examined too. */
	@Test
	void seriesWithProblemsAreFound() throws Exception {
		run("facets"); //$NON-NLS-1$
		until("the fields", () -> facets().getVisible()); //$NON-NLS-1$
		view.tree().collapseAll();
		Button problems = fields(Button.class).get(0);
		problems.setSelection(true);
		problems.notifyListeners(SWT.Selection, new Event());
		long wrong = folders.catalog().series().stream()
				.filter(series -> SeriesRows.of(series, SeriesStructure.of(series), false).warns()).count();
		until("those with problems", () -> series().size() == wrong); //$NON-NLS-1$
		assertTrue(series().stream().allMatch(Node::warns));
	}

	@Test
	void withoutGroupsSeriesStandInOneList() throws Exception {
		Node.OfSeries ct = series().stream().filter(row -> row.object().modality().equals("CT")).findFirst().orElseThrow(); //$NON-NLS-1$
		view.tree().select(ct);
		choose("grouping", "NONE"); //$NON-NLS-1$ //$NON-NLS-2$
		until("a list", () -> view.tree().current().root().children().get(0) instanceof Node.OfSeries //$NON-NLS-1$
				&& view.tree().tree().getItem(0).getData() != null);
		assertEquals(List.of(ct), view.tree().getSelection().toList());
		assertTrue(series().get(0).label().details().contains(Labels.patient(series().get(0).object().study().patient()).text()));
		choose("order", "IMAGES"); //$NON-NLS-1$ //$NON-NLS-2$
		until("the smallest first", () -> isSorted(false)); //$NON-NLS-1$
		run("descending"); //$NON-NLS-1$
		until("the largest first", () -> isSorted(true)); //$NON-NLS-1$
		view.tree().finish();
		List<String> rows = Arrays.stream(view.tree().tree().getItems()).map(TreeItem::getText).toList();
		assertEquals(series().stream().map(row -> row.label().line()).toList(), rows.subList(0, series().size()));
	}

	private boolean isSorted(boolean descending) {
		List<Integer> images = new ArrayList<>(series().stream().map(row -> row.object().imageCount()).toList());
		List<Integer> sorted = images.stream().sorted(descending ? (a, b) -> b - a : (a, b) -> a - b).toList();
		return images.equals(sorted);
	}

	@Test
	void daysStandAboveTheirStudies() throws Exception {
		choose("grouping", "DATE"); //$NON-NLS-1$ //$NON-NLS-2$
		until("days", () -> !view.tree().current().all(Node.OfDate.class).isEmpty()); //$NON-NLS-1$
		assertTrue(view.tree().current().all(Node.OfPatient.class).isEmpty());
		Node day = view.tree().current().all(Node.OfDate.class).get(0);
		assertTrue(day.children().get(0) instanceof Node.OfStudy);
		assertTrue(view.tree().isExpanded(day));
		assertEquals(folders.catalog().series().size(), series().size());
		run("grouping"); // the next one //$NON-NLS-1$
		until("a list", () -> view.tree().current().all(Node.OfDate.class).isEmpty()); //$NON-NLS-1$
		run("grouping"); //$NON-NLS-1$
		until("patients", () -> !view.tree().current().all(Node.OfPatient.class).isEmpty()); //$NON-NLS-1$
	}

	@Test
	void seriesOfAStudyAreSorted() throws Exception {
		choose("order", "MODALITY"); //$NON-NLS-1$ //$NON-NLS-2$
		until("modalities in order", () -> view.tree().current().all(Node.OfStudy.class).stream() //$NON-NLS-1$
				.map(study -> study.children().stream().map(row -> ((Node.OfSeries) row).object().modality()).toList())
				.allMatch(modalities -> modalities.equals(modalities.stream().sorted().toList())));
	}
}
