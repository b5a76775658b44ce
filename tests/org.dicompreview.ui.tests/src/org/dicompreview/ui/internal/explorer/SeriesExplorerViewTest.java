package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Series Explorer in a real workbench, on a real folder. */
class SeriesExplorerViewTest {

	@TempDir
	static Path folder;

	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final ScannedFolders folders = PlatformUI.getWorkbench().getService(ScannedFolders.class);
	private SeriesExplorerView view;

	@BeforeAll
	static void make() throws Exception {
		SampleStudy.write(folder);
		Files.writeString(folder.resolve("notes.txt"), "no image"); //$NON-NLS-1$ //$NON-NLS-2$
		byte[] whole = Files.readAllBytes(folder.resolve("4-cine/IM0001.dcm")); //$NON-NLS-1$
		Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, 200)); //$NON-NLS-1$
	}

	@BeforeEach
	void open() throws Exception {
		view = (SeriesExplorerView) page.showView(DicomPreview.SERIES_EXPLORER);
	}

	@AfterEach
	void close() {
		folders.roots().forEach(folders::close);
		until("nothing to be open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
	}

	@Test
	void anEmptyExplorerSaysHowToOpenSomething() {
		assertNotNull(find(Link.class));
		assertTrue(find(Link.class).isVisible());
		assertFalse(find(Text.class).isVisible());
		openFolder();
		assertFalse(find(Link.class).isVisible());
		assertTrue(find(Text.class).isVisible());
		folders.close(folder);
		until("the empty page", () -> find(Link.class).isVisible()); //$NON-NLS-1$
	}

	@Test
	void whatIsOpenAlreadyIsNeverCalledNothing() throws Exception {
		page.hideView(view);
		folders.open(folder);
		open();
		assertFalse(find(Link.class).isVisible());
		openFolder();
		assertFalse(find(Link.class).isVisible());
	}

	@Test
	void theFirstSeriesIsSelectedOnceAndNoOther() {
		openFolder();
		until("a selection", () -> selected() != null); //$NON-NLS-1$
		Node first = selected();
		assertTrue(first instanceof Node.OfSeries series && series.object().imageCount() > 0);

		Node ct = series("CT"); //$NON-NLS-1$
		select(ct);
		folders.open(folder);
		until("the second scan", () -> folders.states().stream().noneMatch(state -> state.busy())); //$NON-NLS-1$
		until("the tree to be up to date", this::upToDate); //$NON-NLS-1$
		assertEquals(ct, selected());
	}

	@Test
	void whatIsSelectedAdaptsToWhatItIsAndWhatItBelongsTo() {
		openFolder();
		Node.OfSeries node = series("CT"); //$NON-NLS-1$
		select(node);
		Object published = ((IStructuredSelection) page.getSelection()).getFirstElement();
		Series series = Adapters.adapt(published, Series.class);
		assertEquals("CT", series.modality()); //$NON-NLS-1$
		assertSame(series.study(), Adapters.adapt(published, Study.class));
		assertSame(series.study().patient(), Adapters.adapt(published, Patient.class));
		assertNull(Adapters.adapt(published, SliceStack.class));
		assertEquals(folder.resolve("2-ct"), Adapters.adapt(published, Path.class)); //$NON-NLS-1$
	}

	private ImageData picture(Node node, boolean expected) {
		Shell shell = new Shell(display);
		try {
			Composite area = view.tooltip().create(node, shell);
			List<Label> labels = Arrays.stream(area.getChildren()).map(Label.class::cast).toList();
			assertEquals(node.label().text(), labels.get(0).getText().lines().findFirst().orElseThrow());
			assertEquals(expected ? 3 : 1, labels.size());
			if (!expected) {
				return null;
			}
			until("a thumbnail", () -> labels.get(1).getImage() != null); //$NON-NLS-1$
			Image image = labels.get(1).getImage();
			ImageData data = image.getImageData(100);
			area.dispose();
			assertTrue(image.isDisposed());
			return data;
		} finally {
			shell.dispose();
		}
	}

	@Test
	void theTooltipOfASeriesHasAPictureOfItsMiddle() {
		openFolder();
		Node.OfSeries node = series("CT"); //$NON-NLS-1$
		Slice middle = node.object().stacks().get(0).start();
		ImageData expected = PlatformUI.getWorkbench().getService(FrameRenderer.class)
				.render(PlatformUI.getWorkbench().getService(FrameLoader.class).load(middle).frame().orElseThrow(),
						DisplaySettings.DEFAULT, NodeTooltip.SIDE, NodeTooltip.SIDE)
				.data();
		for (int time = 0; time < 2; time++) { // the second time it is known
			ImageData data = picture(node, true);
			assertEquals(NodeTooltip.SIDE, data.width);
			for (int at = 0; at < NodeTooltip.SIDE; at += 9) {
				assertEquals(expected.palette.getRGB(expected.getPixel(at, at)), data.palette.getRGB(data.getPixel(at, at)));
			}
		}
		Patient patient = node.object().study().patient();
		picture(new Node.OfPatient(patient, Labels.patient(patient), List.of()), false);
	}

	@Test
	void theFrameThatTheFileNamesStandsForItsSeries(@TempDir Path other) throws Exception {
		var study = org.dicompreview.testsupport.Study.of("Frame^Named", "F-1", 44); //$NON-NLS-1$ //$NON-NLS-2$
		SampleStudy.write(other, List.of(Phantoms.cine(study, 4).set(Tag.REPRESENTATIVE_FRAME_NUMBER, 5)));
		folders.open(other);
		until("the film", () -> !folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		SliceStack film = folders.catalog().patients().get(0).studies().get(0).series().get(0).stacks().get(0);
		assertEquals(0, film.start().frame());
		assertEquals(4, SeriesThumbnails.representative(film).frame(), "frame 5"); //$NON-NLS-1$
	}

	@Test
	void modelObjectsCanBeSelectedByOthers() {
		openFolder();
		Series ct = series("CT").object(); //$NON-NLS-1$
		ISelectionProvider provider = view.getSite().getSelectionProvider();
		provider.setSelection(new StructuredSelection(ct));
		assertEquals(series("CT"), selected()); //$NON-NLS-1$
		provider.setSelection(new StructuredSelection(ct.study().patient()));
		assertTrue(selected() instanceof Node.OfPatient);
		until("the stacks of the localizer", () -> stacks().size() > 1); //$NON-NLS-1$
		provider.setSelection(new StructuredSelection(stacks().get(1).object()));
		assertEquals(stacks().get(1), selected());
		provider.setSelection(new StructuredSelection(ct.stacks().get(0)));
		assertEquals(series("CT"), selected(), "the only stack has no row of its own"); //$NON-NLS-1$ //$NON-NLS-2$
		provider.setSelection(new StructuredSelection("foreign")); //$NON-NLS-1$
		assertNull(selected());
	}

	@Test
	void aSeriesOfSeveralStacksShowsThem() {
		openFolder();
		until("the stacks of the localizer", () -> stacks().size() > 1); //$NON-NLS-1$
		Node stack = stacks().get(0);
		select(stack);
		assertEquals(((Node.OfSeries) view.tree().current().parent(stack)).object().stacks().get(0),
				Adapters.adapt(selected(), SliceStack.class));
	}

	@Test
	void theFilterFindsAndEscapeClearsIt() {
		openFolder();
		int all = view.tree().current().all(Node.OfSeries.class).size();
		Text text = find(Text.class);
		text.setText("us phantom"); //$NON-NLS-1$
		until("the only ultrasound", () -> view.tree().current().all(Node.OfSeries.class).size() == 1); //$NON-NLS-1$
		Event escape = new Event();
		escape.keyCode = SWT.ESC;
		text.notifyListeners(SWT.KeyDown, escape);
		assertEquals("", text.getText()); //$NON-NLS-1$
		until("all series again", () -> view.tree().current().all(Node.OfSeries.class).size() == all); //$NON-NLS-1$
	}

	@Test
	void theIconOfTheFilterClearsIt() {
		openFolder();
		int all = view.tree().current().all(Node.OfSeries.class).size();
		Text text = find(Text.class);
		text.setText("us phantom"); //$NON-NLS-1$
		until("the only ultrasound", () -> view.tree().current().all(Node.OfSeries.class).size() == 1); //$NON-NLS-1$
		Event icon = new Event();
		icon.detail = SWT.ICON_CANCEL;
		text.notifyListeners(SWT.DefaultSelection, icon);
		assertEquals("", text.getText()); //$NON-NLS-1$
		until("all series again", () -> view.tree().current().all(Node.OfSeries.class).size() == all); //$NON-NLS-1$
	}

	@Test
	void aFilterThatNothingMatchesSaysSo() {
		openFolder();
		find(Text.class).setText("no such thing"); //$NON-NLS-1$
		until("the message", () -> !view.tree().tree().isVisible()); //$NON-NLS-1$
		view.setFocus();
		assertTrue(find(Text.class).isFocusControl(), "so that another word can be typed"); //$NON-NLS-1$
		find(Text.class).setText(""); //$NON-NLS-1$
		until("the tree", () -> view.tree().tree().isVisible()); //$NON-NLS-1$
	}

	@Test
	void brokenAndForeignFilesAreListedWithTheirReason() {
		openFolder();
		List<Node> top = view.tree().current().root().children();
		Node last = top.get(top.size() - 1);
		assertTrue(last instanceof Node.OfFolder);
		List<String> names = last.children().stream().map(child -> child.label().text()).toList();
		assertEquals(List.of("cut.dcm", "notes.txt"), names); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(last.children().get(0).label().details().isEmpty());
	}

	@Test
	void rowsAreCopiedAsText() throws Exception {
		openFolder();
		Node ct = series("CT"); //$NON-NLS-1$
		view.tree().setSelection(new StructuredSelection(ct));
		view.setFocus();
		assertEquals(ct.label().line(), CopyHandler.text(view.tree().getSelection()));
		until("the tree to have the focus", () -> view.tree().tree().isFocusControl()); //$NON-NLS-1$
		run(IWorkbenchCommandConstants.EDIT_COPY);
		Clipboard clipboard = new Clipboard(display);
		try {
			assertEquals(ct.label().line(), clipboard.getContents(TextTransfer.getInstance()));
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void closingAFolderEmptiesTheTree() throws Exception {
		openFolder();
		run("org.dicompreview.ui.closeFolder"); //$NON-NLS-1$
		until("the empty page", () -> find(Link.class).isVisible()); //$NON-NLS-1$
		assertTrue(folders.roots().isEmpty());
	}

	@Test
	void oneOfSeveralFoldersIsClosedByItsRows() throws Exception {
		Path other = folder.resolveSibling(folder.getFileName() + "-missing"); //$NON-NLS-1$
		folders.open(other);
		openFolder();
		select(series("CT")); //$NON-NLS-1$
		run("org.dicompreview.ui.closeFolder"); //$NON-NLS-1$
		assertEquals(List.of(other), folders.roots());
		until("the missing folder alone", () -> upToDate() && view.tree().current().size() == 1); //$NON-NLS-1$
		assertEquals("Missing", view.tree().current().root().children().get(0).label().text()); //$NON-NLS-1$
	}

	@Test
	void refreshFindsWhatIsNewAndDropsWhatIsGone() throws Exception {
		openFolder();
		Path added = folder.resolve("added.dcm"); //$NON-NLS-1$
		Node.OfSeries cine = series("US"); //$NON-NLS-1$
		int before = cine.object().imageCount();
		Files.copy(folder.resolve("2-ct").toFile().listFiles()[0].toPath(), added); //$NON-NLS-1$
		try {
			run(IWorkbenchCommandConstants.FILE_REFRESH);
			until("the new file", () -> series("CT").object().instances().stream() //$NON-NLS-1$ //$NON-NLS-2$
					.anyMatch(header -> Locations.path(header).equals(added)));
		} finally {
			Files.delete(added);
		}
		run(IWorkbenchCommandConstants.FILE_REFRESH);
		until("the file to go", () -> series("CT").object().instances().stream() //$NON-NLS-1$ //$NON-NLS-2$
				.noneMatch(header -> Locations.path(header).equals(added)));
		assertEquals(before, series("US").object().imageCount()); //$NON-NLS-1$
	}

	@Test
	void anExplorerThatIsOpenedAgainTakesNoSelection() throws Exception {
		openFolder();
		until("a selection", () -> selected() != null); //$NON-NLS-1$
		page.hideView(view);
		view = (SeriesExplorerView) page.showView(DicomPreview.SERIES_EXPLORER);
		until("the tree", () -> upToDate() && view.tree().current().all(Node.OfSeries.class).size() == 4); //$NON-NLS-1$
		assertNull(selected());
	}

	@Test
	void collapseAllLeavesPatients() throws Exception {
		openFolder();
		run(IWorkbenchCommandConstants.NAVIGATE_COLLAPSE_ALL);
		assertTrue(Arrays.stream(view.tree().tree().getItems()).noneMatch(TreeItem::getExpanded));
	}

	@Test
	void findGoesToTheFilter() throws Exception {
		openFolder();
		run(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE);
		assertTrue(find(Text.class).isFocusControl());
	}

	private void openFolder() {
		folders.open(folder);
		until("the scan", () -> folders.states().stream().noneMatch(state -> state.busy())); //$NON-NLS-1$
		until("all four series in the tree", () -> upToDate() && view.tree().current().all(Node.OfSeries.class).size() == 4); //$NON-NLS-1$
	}

	/** The tree shows the states of the roots as they are. */
	private boolean upToDate() {
		return view.tree().current().states().equals(folders.states());
	}

	private Node.OfSeries series(String modality) {
		return view.tree().current().all(Node.OfSeries.class).stream()
				.filter(node -> node.object().modality().equals(modality)
						&& node.object().imageCount() > 3)
				.findFirst().orElseThrow();
	}

	private List<Node.OfStack> stacks() {
		return view.tree().current().all(Node.OfStack.class);
	}

	private void select(Node node) {
		view.tree().setSelection(new StructuredSelection(node));
	}

	private Node selected() {
		return (Node) view.tree().getSelection().getFirstElement();
	}

	private void run(String command) throws Exception {
		page.activate(view);
		view.getSite().getService(IHandlerService.class).executeCommand(command, null);
	}

	/** The only control of a type in the view. */
	private <T extends Control> T find(Class<T> type) {
		return find(view.tree().tree().getParent().getParent(), type);
	}

	private static <T extends Control> T find(Composite parent, Class<T> type) {
		for (Control child : parent.getChildren()) {
			if (type.isInstance(child)) {
				return type.cast(child);
			}
			T below = child instanceof Composite composite ? find(composite, type) : null;
			if (below != null) {
				return below;
			}
		}
		return null;
	}
}
