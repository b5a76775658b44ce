package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.Selected;
import org.dicompreview.ui.internal.explorer.ExplorerProbe;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.eclipse.core.commands.State;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is selected is shown, and what is shown is selected; what cannot be shown is said. */
class SelectionInPreviewTest {

	private static final String LINK = "org.dicompreview.ui.explorer.link"; //$NON-NLS-1$
	private static final Pattern TAG_AND_BYTE = Pattern.compile("\\([0-9A-F]{4},[0-9A-F]{4}\\) \\(byte (\\d+)\\)"); //$NON-NLS-1$

	@TempDir
	private Path temporary;
	private Path folder;
	private List<Path> roots;
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final ScannedFolders folders = PlatformUI.getWorkbench().getService(ScannedFolders.class);
	private PreviewView preview;
	private IViewPart explorer;

	@BeforeEach
	void open() throws Exception {
		folder = temporary.toRealPath();
		roots = WalkFolder.write(folder);
		explorer = page.showView(DicomPreview.SERIES_EXPLORER);
		preview = (PreviewView) page.showView(DicomPreview.PREVIEW);
		roots.forEach(folders::open);
		until("a series of the folder that was opened last", () -> folders.lastOpened().isEmpty()); //$NON-NLS-1$
		until("its picture", () -> preview.grid().active().isSettled()); //$NON-NLS-1$
		until("the ends of the scans", () -> folders.states().stream().noneMatch(state -> state.busy())); //$NON-NLS-1$
	}

	@AfterEach
	void close() {
		link(true);
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		roots.forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	private static void link(boolean on) {
		State state = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(LINK)
				.getState(RegistryToggleState.STATE_ID);
		state.setValue(on);
	}

	private Series series(String patient, String description) {
		return folders.catalog().patients().stream().filter(each -> each.name().contains(patient)).map(Patient::studies)
				.flatMap(List::stream).flatMap(study -> study.series().stream())
				.filter(series -> series.description().startsWith(description)).findFirst().orElseThrow();
	}

	private Object row(Series series) {
		return row(row -> Adapters.adapt(row, Series.class) == series);
	}

	private Object row(Path broken) {
		return row(row -> Optional.ofNullable(Adapters.adapt(row, FileProblem.class))
				.filter(problem -> Locations.path(problem.location()).equals(broken))
				.isPresent());
	}

	private Object row(Predicate<Object> wanted) {
		ExplorerProbe probe = new ExplorerProbe(explorer);
		until("the row", () -> probe.rows().stream().anyMatch(wanted)); //$NON-NLS-1$
		return probe.rows().stream().filter(wanted).findFirst().orElseThrow();
	}

	private void click(Series series) throws Exception {
		page.activate(explorer);
		new ExplorerProbe(explorer).click(row(series));
		until("the series", () -> shows(series)); //$NON-NLS-1$
	}

	private boolean shows(Series series) {
		return preview.grid().active().model().series().filter(shown -> shown == series).isPresent();
	}

	private boolean isSelected(Series series) {
		List<Object> rows = new ExplorerProbe(explorer).selected();
		return rows.size() == 1 && Adapters.adapt(rows.get(0), Series.class) == series;
	}

	private void run(String command) throws Exception {
		page.activate(preview);
		preview.getSite().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.preview." + command, null); //$NON-NLS-1$
	}

	/** Selects as any other part does: what its selection provider tells, the workbench passes to this service. */
	private void select(Object... elements) throws Exception {
		IViewPart other = page.showView(DicomPreview.ATTRIBUTES);
		page.activate(other);
		other.getSite().getService(ESelectionService.class).setPostSelection(new StructuredSelection(elements));
	}

	private String message() {
		return preview.grid().active().message();
	}

	private void awaitMessage(String part) {
		until(part, () -> ViewportProbe.picture(preview.grid().active()) == null && message().contains(part));
		assertFalse(message().contains("\u201c\u201d"), this::message); //$NON-NLS-1$
		assertTrue(preview.grid().active().model().slice().isEmpty());
	}

	@Test
	void aFolderThatIsOpenedIsShownWhateverWasShownBefore() {
		Path now = Locations.path(preview.grid().active().model().slice().orElseThrow().instance());
		assertTrue(now.startsWith(roots.get(roots.size() - 1)) || now.startsWith(roots.get(0)), now::toString);
		folders.close(roots.get(0));
		until("the other", () -> preview.grid().active().model().slice().isEmpty() || !now.startsWith(roots.get(0))); //$NON-NLS-1$
		folders.open(roots.get(0));
		until("a series of the folder", () -> preview.grid().active().model().slice() //$NON-NLS-1$
				.filter(slice -> Locations.path(slice.instance()).startsWith(roots.get(0))).isPresent());
	}

	@Test
	void theRowGoesAlongWithTheNextSeriesIntoTheNextPatient() throws Exception {
		click(series("Anna", "Localizer")); //$NON-NLS-1$ //$NON-NLS-2$
		run("nextSeries"); //$NON-NLS-1$
		Series next = series("Bert", "Heart"); //$NON-NLS-1$ //$NON-NLS-2$
		until("the series of the next patient", () -> shows(next)); //$NON-NLS-1$
		until("its row", () -> isSelected(next)); //$NON-NLS-1$
		until("the row in sight", () -> new ExplorerProbe(explorer).inSight(row(next))); //$NON-NLS-1$
		run("previousSeries"); //$NON-NLS-1$
		until("the former row", () -> isSelected(series("Anna", "Localizer"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void aClickShowsItsRowThoughItIsHighlightedAlready() throws Exception {
		link(false);
		Series first = series("Anna", "Head"); //$NON-NLS-1$ //$NON-NLS-2$
		click(first);
		run("nextSeries"); //$NON-NLS-1$
		until("another series", () -> !shows(first)); //$NON-NLS-1$
		page.activate(explorer);
		assertTrue(isSelected(first), "not linked"); //$NON-NLS-1$
		click(first);
		run("nextSeries"); //$NON-NLS-1$
		until("another series", () -> !shows(first)); //$NON-NLS-1$
		new ExplorerProbe(explorer).open();
		until("the row by the Enter key", () -> shows(first)); //$NON-NLS-1$
	}

	@Test
	void aClickInAnotherWindowChangesNothingHere() throws Exception {
		Series here = series("Anna", "Head"); //$NON-NLS-1$ //$NON-NLS-2$
		Series there = series("Bert", "Heart"); //$NON-NLS-1$ //$NON-NLS-2$
		click(here);
		until("a picture", () -> preview.grid().active().isSettled()); //$NON-NLS-1$
		IWorkbenchPage other = PlatformUI.getWorkbench().openWorkbenchWindow(DicomPreview.PERSPECTIVE, page.getInput())
				.getActivePage();
		try {
			ExplorerProbe probe = new ExplorerProbe(other.showView(DicomPreview.SERIES_EXPLORER));
			PreviewView second = (PreviewView) other.showView(DicomPreview.PREVIEW);
			until("the row", () -> probe.rows().stream().anyMatch(row -> Adapters.adapt(row, Series.class) == there)); //$NON-NLS-1$
			probe.click(probe.rows().stream().filter(row -> Adapters.adapt(row, Series.class) == there).findFirst().orElseThrow());
			until("the series there", () -> second.grid().active().model().series().filter(shown -> shown == there).isPresent() //$NON-NLS-1$
					&& second.grid().active().isSettled());
			assertTrue(shows(here));
			assertTrue(isSelected(here));
		} finally {
			other.getWorkbenchWindow().close();
		}
	}

	@Test
	void aSliceOfAnyPartIsShownAndAgainWhenItIsAskedForAgain() throws Exception {
		Series series = series("Anna", "Head"); //$NON-NLS-1$ //$NON-NLS-2$
		Slice slice = series.stacks().get(0).slices().get(3);
		select(slice);
		until("the slice", () -> preview.grid().active().model().slice().filter(slice::equals).isPresent()); //$NON-NLS-1$
		run("lastSlice"); //$NON-NLS-1$
		until("another slice", () -> preview.grid().active().model().slice().filter(slice::equals).isEmpty()); //$NON-NLS-1$
		select(slice);
		until("the slice once more", () -> preview.grid().active().model().slice().filter(slice::equals).isPresent()); //$NON-NLS-1$
		until("its row", () -> isSelected(series)); //$NON-NLS-1$
	}

	@Test
	void whatCannotBeShownIsSaid() throws Exception {
		Path two = roots.get(1);
		select(two.resolve("notes.txt")); //$NON-NLS-1$
		awaitMessage("\u201cnotes.txt\u201d is not a DICOM file"); //$NON-NLS-1$
		assertEquals("notes.txt", preview.getContentDescription()); //$NON-NLS-1$
		select(two.resolve("short.dcm")); //$NON-NLS-1$
		awaitMessage("\u201cshort.dcm\u201d cannot be shown"); //$NON-NLS-1$
		select(two.resolve("gone.dcm")); //$NON-NLS-1$
		awaitMessage("\u201cgone.dcm\u201d is not there any more"); //$NON-NLS-1$
		Path empty = Files.createDirectory(folder.resolve("empty")); //$NON-NLS-1$
		select(empty);
		awaitMessage("no DICOM files in \u201cempty\u201d"); //$NON-NLS-1$
		assertNull(Witness.published(preview));
	}

	@Test
	void aBrokenFileIsShownWithTheTagAndTheByteWhereItBreaks() throws Exception {
		Path file = roots.get(1).resolve("short.dcm"); //$NON-NLS-1$
		page.activate(explorer);
		new ExplorerProbe(explorer).click(row(file));
		awaitMessage("\u201cshort.dcm\u201d cannot be shown"); //$NON-NLS-1$
		assertNamesTagAndByte(Files.size(file));
		click(series("Anna", "Head")); //$NON-NLS-1$ //$NON-NLS-2$
		select(file);
		awaitMessage("\u201cshort.dcm\u201d cannot be shown"); //$NON-NLS-1$
		assertNamesTagAndByte(Files.size(file));
		Path other = Files.write(folder.resolve("elsewhere.dcm"), Files.readAllBytes(file)); //$NON-NLS-1$
		select(other);
		awaitMessage("\u201celsewhere.dcm\u201d cannot be shown"); //$NON-NLS-1$
		assertNamesTagAndByte(Files.size(file));
	}

	private void assertNamesTagAndByte(long size) {
		Matcher place = TAG_AND_BYTE.matcher(message());
		assertTrue(place.find(), this::message);
		assertTrue(Long.parseLong(place.group(1)) <= size, this::message);
	}

	@Test
	void anElementThatStandsForAFolderShowsItsSeriesOrSaysWhatItIs() throws Exception {
		Path outside = Files.createDirectory(folder.resolve("images")); //$NON-NLS-1$
		Files.copy(roots.get(1).resolve("large/IM0001.dcm"), outside.resolve("a.dcm")); //$NON-NLS-1$ //$NON-NLS-2$
		Path texts = Files.createDirectory(folder.resolve("texts")); //$NON-NLS-1$
		Files.writeString(texts.resolve("notes.txt"), "No image is in here.\n"); //$NON-NLS-1$ //$NON-NLS-2$
		select(element(outside));
		until("the series of the folder", () -> preview.grid().active().model().slice() //$NON-NLS-1$
				.filter(slice -> Locations.path(slice.instance()).startsWith(outside)).isPresent());
		select(element(texts));
		awaitMessage("no DICOM files in \u201ctexts\u201d"); //$NON-NLS-1$
		assertEquals("texts", preview.getContentDescription()); //$NON-NLS-1$
		select(element(roots.get(1).resolve("perfusion"))); //$NON-NLS-1$
		Series open = series("Cleo", "Perfusion"); //$NON-NLS-1$ //$NON-NLS-2$
		until("the series of an open folder", () -> shows(open)); //$NON-NLS-1$
		until("its row", () -> isSelected(open)); //$NON-NLS-1$
	}

	private static IAdaptable element(Path place) {
		return new IAdaptable() {
			@Override
			public <T> T getAdapter(Class<T> type) {
				return type == SelectedFiles.class ? type.cast(Selected.of(place)) : null;
			}
		};
	}

	@Test
	void aFolderAndSeveralFilesShowTheirSeries() throws Exception {
		select(roots.get(1).resolve("perfusion")); //$NON-NLS-1$
		until("the series of the folder", () -> shows(series("Cleo", "Perfusion"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Path outside = Files.createDirectory(folder.resolve("outside")); //$NON-NLS-1$
		Path one = Files.copy(roots.get(1).resolve("large/IM0001.dcm"), outside.resolve("a.dcm")); //$NON-NLS-1$ //$NON-NLS-2$
		Path other = Files.copy(roots.get(1).resolve("large/IM0002.dcm"), outside.resolve("b.dcm")); //$NON-NLS-1$ //$NON-NLS-2$
		select(one, other);
		until("both files", () -> preview.grid().active().model().series().filter(series -> series.imageCount() == 2).isPresent()); //$NON-NLS-1$
		until("no row for what is not open", () -> new ExplorerProbe(explorer).selected().isEmpty()); //$NON-NLS-1$
	}

	@Test
	void twoSeriesWithoutImagesEachHaveTheirTitle() throws Exception {
		click(series("Anna", "Findings")); //$NON-NLS-1$ //$NON-NLS-2$
		until("the first report", () -> preview.getContentDescription().contains("Anna")); //$NON-NLS-1$ //$NON-NLS-2$
		click(series("Cleo", "Findings")); //$NON-NLS-1$ //$NON-NLS-2$
		until("the second report", () -> preview.getContentDescription().contains("Cleo")); //$NON-NLS-1$ //$NON-NLS-2$
		Series unnamed = folders.catalog().instances(roots.get(0)).stream().filter(header -> header.string(Tag.MODALITY)
				.filter("DOC"::equals).isPresent()).findFirst().flatMap(header -> header.string(Tag.SERIES_INSTANCE_UID)) //$NON-NLS-1$
				.flatMap(folders.catalog()::series).orElseThrow();
		click(unnamed);
		awaitMessage("Encapsulated PDF"); //$NON-NLS-1$
	}

	@Test
	void aFileThatChangesInPlaceIsDrawnAnew() throws Exception {
		Series series = series("Anna", "Head"); //$NON-NLS-1$ //$NON-NLS-2$
		click(series);
		until("a picture", () -> preview.grid().active().isSettled()); //$NON-NLS-1$
		double before = valueOnScreen();
		Path file = Locations.path(preview.grid().active().model().slice().orElseThrow().instance());
		WalkFolder.changeWithoutTrace(file);
		folders.roots().forEach(folders::refresh);
		awaitAnotherThan(before);
		double refreshed = valueOnScreen();
		WalkFolder.changePixels(file);
		click(series);
		awaitAnotherThan(refreshed);
	}

	@Test
	void aFileOfNoOpenFolderIsDrawnAnewToo() throws Exception {
		Path file = Files.copy(roots.get(1).resolve("large/IM0001.dcm"), folder.resolve("elsewhere.dcm")); //$NON-NLS-1$ //$NON-NLS-2$
		select(file);
		until("its picture", () -> preview.grid().active().isSettled() && preview.grid().active().model().slice() //$NON-NLS-1$
				.filter(slice -> Locations.path(slice.instance()).equals(file)).isPresent());
		double before = valueOnScreen();
		WalkFolder.changeWithoutTrace(file);
		page.activate(preview);
		preview.getSite().getService(IHandlerService.class).executeCommand(IWorkbenchCommandConstants.FILE_REFRESH, null);
		awaitAnotherThan(before);
		double refreshed = valueOnScreen();
		WalkFolder.changePixels(file);
		select(file);
		awaitAnotherThan(refreshed);
	}

	/** Waits for another stored value on the screen; the picture may be another one because the canvas has another size. */
	private void awaitAnotherThan(double before) {
		until("another value", () -> preview.grid().active().isSettled() && ViewportProbe.picture(preview.grid().active()) != null //$NON-NLS-1$
				&& valueOnScreen() != before);
	}

	/** {@return a stored value of the last row, which a change of the file changes} */
	private double valueOnScreen() {
		DisplayFrame frame = preview.grid().active().model().frame().orElseThrow();
		return frame.value(frame.frame().columns() / 2, frame.frame().rows() - 1).orElseThrow().stored().get(0);
	}

	@Test
	void looksAndPlaceSurviveARestart() throws Exception {
		click(series("Anna", "Head")); //$NON-NLS-1$ //$NON-NLS-2$
		DisplaySettings wanted = DisplaySettings.DEFAULT.withInvert(true).with(new Placement(2, 0.1, -0.1))
				.with(new Orientation(1, true))
				.withWindow(Optional.of(VoiWindow.linear(33, 77)));
		preview.grid().active().model().change(settings -> wanted);
		run("firstSlice"); //$NON-NLS-1$
		Slice slice = preview.grid().active().model().slice().orElseThrow();
		page.hideView(preview);
		PreviewMemory restarted = new PreviewMemory();
		assertEquals(slice.instance().sopInstanceUid(), restarted.last().cells().get(0).orElseThrow().place().sopInstanceUid());
		assertEquals(wanted, restarted.recall(restarted.lastSeries()).orElseThrow().settings().appearance().settings());
		assertEquals(Locations.path(slice.instance()).toString(), restarted.lastFile());
		preview = (PreviewView) page.showView(DicomPreview.PREVIEW);
		preview.grid().active().model().resetAppearance();
		assertSame(DisplaySettings.DEFAULT, preview.grid().active().model().settings());
		InstanceScope.INSTANCE.getNode("org.dicompreview.ui/preview").clear(); //$NON-NLS-1$
	}
}
