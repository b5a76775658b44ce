package org.dicompreview.ui.internal.attributes;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view in a real workbench, beside a Preview with real series. */
class AttributesViewTest {

	private static final int SLICES = 5;
	private static final int SIZE = 32;

	@TempDir
	static Path folder;

	private final Display display = Display.getCurrent();
	private IWorkbenchPage page;
	private OpenFolders folders;
	private AttributesView view;

	@BeforeAll
	static void make() throws IOException {
		Study study = Study.of("Phantom^Attributes", "ATTR-1", 7);
		List<DicomObject> ct = Phantoms.ct(study, 1, SLICES, 2, SIZE);
		ct.forEach(slice -> slice.sequence(Tag.ANATOMIC_REGION_SEQUENCE, Samples.code("Head")));
		ct.get(0).remove(Tag.ANATOMIC_REGION_SEQUENCE);
		SampleStudy.write(folder.resolve("ct"), ct);
		SampleStudy.write(folder.resolve("mr"), List.of(Phantoms.enhanced(study, 2, SLICES, 1, SIZE)));
	}

	@BeforeEach
	void open() throws Exception {
		page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
		folders.open(folder);
		until("both series", () -> series().size() == 2 && series().stream().allMatch(each -> each.imageCount() == SLICES));
		page.showView(DicomPreview.PREVIEW);
		view = (AttributesView) page.showView(DicomPreview.ATTRIBUTES);
	}

	@AfterEach
	void close() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> series().isEmpty());
	}

	@Test
	void itShowsTheInstanceOnScreenAndFollowsTheSlider() throws Exception {
		show("CT");
		for (int i = 0; i < SLICES - 1; i++) {
			run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview." + (i == 0 ? "firstSlice" : "nextSlice"));
			awaitSlice();
			assertEquals(slice().orElseThrow().instance().sopInstanceUid(), row("(0008,0018)").value());
		}
	}

	@Test
	void itShowsTheInstanceThatWasOnScreenBeforeItWasOpened() throws Exception {
		show("CT");
		page.hideView(view);
		view = (AttributesView) page.showView(DicomPreview.ATTRIBUTES);
		awaitSlice();
		assertEquals("CT", row("(0008,0060)").value());
	}

	@Test
	void whatIsOpenStaysOpenEvenPastAnInstanceThatLacksIt() throws Exception {
		show("CT");
		run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview.lastSlice");
		awaitSlice();
		Row sequence = row("(0008,2218)");
		expandAsUser(sequence);
		expandAsUser(sequence.children().get(0));
		viewer().setSelection(new StructuredSelection(row("(0008,0060)")));
		for (String move : List.of("previousSlice", "firstSlice", "lastSlice")) {
			run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview." + move);
			awaitSlice();
			assertEquals(List.of(row("(0008,0060)")), view.pane().table().selected());
		}
		// One end of the stack is the instance without the sequence, the other one has it.
		run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview.previousSlice");
		awaitSlice();
		assertEquals(2, viewer().getExpandedElements().length);
	}

	@Test
	void theFrameIsFollowedWithinItsFile() throws Exception {
		show("MR");
		run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview.firstSlice");
		awaitSlice();
		Row frame = view.pane().table().current().roots().get(0);
		expandAsUser(frame);
		String position = Samples.row(frame.children(), "(0020,0032)").value();
		run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview.nextSlice");
		awaitSlice();
		Row next = view.pane().table().current().roots().get(0);
		assertTrue(next.tag().endsWith(" " + (slice().orElseThrow().frame() + 1)), next.tag());
		assertFalse(position.equals(Samples.row(next.children(), "(0020,0032)").value()));
		assertTrue(viewer().getExpandedState(next));
		assertEquals(next.tag(), viewer().getTree().getItem(0).getText(0), "on screen");
	}

	@Test
	void theSearchOpensWhatItFindsAndEscapeEndsIt() throws Exception {
		show("CT");
		run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview.lastSlice");
		run(DicomPreview.PREVIEW, "org.dicompreview.ui.preview.previousSlice");
		awaitSlice();
		int all = viewer().getTree().getItemCount();
		view.pane().search().setText("Code Meaning");
		until("the finds", () -> viewer().getTree().getItemCount() == 1);
		assertEquals(2, viewer().getExpandedElements().length);
		view.pane().search().setText("no such thing");
		until("a message", () -> view.pane().message().contains("no such thing"));
		Event escape = new Event();
		escape.keyCode = SWT.ESC;
		view.pane().search().notifyListeners(SWT.KeyDown, escape);
		until("all rows", () -> viewer().getTree().getItemCount() == all);
		assertEquals("", view.pane().message());
		assertEquals(0, viewer().getExpandedElements().length);
	}

	@Test
	void aForeignSelectionChangesNothing() throws Exception {
		show("CT");
		awaitSlice();
		Matches before = view.pane().table().current();
		ISelectionProvider explorer = page.showView(DicomPreview.SERIES_EXPLORER).getSite().getSelectionProvider();
		explorer.setSelection(new StructuredSelection("foreign"));
		page.activate(view);
		awaitSlice();
		assertEquals(before.roots(), view.pane().table().current().roots());
	}

	@Test
	void aDocumentStaysThoughThePreviewHasNoImageOfIt() throws Exception {
		show("CT");
		awaitSlice();
		Path other = folder.resolveSibling(folder.getFileName() + "-report");
		DicomObject object = Samples.object().set(Tag.SERIES_INSTANCE_UID, "1.2.3").set(Tag.MODALITY, "SR");
		SampleStudy.write(other, List.of(object));
		folders.open(other);
		until("the report", () -> folders.catalog().series("1.2.3").isPresent());
		Series report = folders.catalog().series("1.2.3").get();
		select(report);
		until("the attributes of the report", () -> view.shows(Target.of(report.documents().get(0))));
		until("the Preview to have no slice", () -> slice().isEmpty());
		long later = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * AttributesView.EMPTY_MS);
		until("the time after which the view would be empty", () -> System.nanoTime() > later);
		assertEquals("", view.pane().message());
		assertEquals("SR", row("(0008,0060)").value());
	}

	@Test
	void whatCanBeReadOfABrokenFileIsShownWithTheReason() throws Exception {
		show("CT");
		Path file = folder.resolveSibling(folder.getFileName() + "-broken.dcm");
		byte[] whole = Files.readAllBytes(Locations.path(series().get(0).instances().get(0)));
		Files.write(file, Arrays.copyOf(whole, 500));
		FileProblem problem = new FileProblem(FileLocation.unseen(file), "it is broken");
		view.selectionChanged(null, new StructuredSelection(problem));
		until("the file", () -> view.shows(Target.of(problem)));
		assertTrue(view.pane().warning().matches("(?s).*\\([0-9A-F]{4},[0-9A-F]{4}\\).*byte \\d+.*"), view.pane().warning());
		assertEquals("1.2.840.10008.1.2.1", row("(0002,0010)").value());
	}

	@Test
	void filesOfOtherPartsAreShownIfTheyAreDicom() throws Exception {
		show("CT");
		Path report = folder.resolveSibling(folder.getFileName() + "-file");
		SampleStudy.write(report, List.of(Samples.object().set(Tag.MODALITY, "SR")));
		Path java = Files.writeString(report.resolve("Main.java"), "class Main { }");
		Path dicom = report.resolve(report.toFile().list((folder, name) -> name.endsWith("dcm"))[0]);
		view.selectionChanged(null, new StructuredSelection(dicom.toFile()));
		until("the report", () -> view.shows(Target.of(dicom)));
		assertEquals("SR", row("(0008,0060)").value());
		for (Object other : List.of(java.toFile(), report.toUri())) {
			view.selectionChanged(null, new StructuredSelection(other));
			until("the other file or folder to be left alone", () -> view.shows(Target.of(dicom)));
			assertEquals("SR", row("(0008,0060)").value());
		}
	}

	@Test
	void rowsAndValuesAreCopied() throws Exception {
		show("CT");
		awaitSlice();
		viewer().setSelection(new StructuredSelection(row("(0008,0060)")));
		run(DicomPreview.ATTRIBUTES, CopyHandler.VALUE);
		assertEquals("CT", clipboard());
		run(DicomPreview.ATTRIBUTES, CopyHandler.ALL);
		String expected = RowTexts.all(view.pane().table().current(), () -> false);
		until("all rows on the clipboard", () -> expected.equals(clipboard()));
	}

	@Test
	void damageIsSaidAboveWhatCouldBeRead() throws Exception {
		show("CT");
		awaitSlice();
		assertEquals("", view.pane().warning());
		Path whole = Locations.path(slice().orElseThrow().instance());
		byte[] bytes = Files.readAllBytes(whole);
		try {
			Files.write(whole, Arrays.copyOf(bytes, 700));
			page.hideView(view);
			view = (AttributesView) page.showView(DicomPreview.ATTRIBUTES);
			awaitSlice();
			assertTrue(view.pane().warning().matches("(?s).*\\([0-9A-F]{4},[0-9A-F]{4}\\).*byte \\d+.*"), view.pane().warning());
			assertFalse(view.pane().table().current().roots().isEmpty());
			Files.delete(whole);
			page.hideView(view);
			view = (AttributesView) page.showView(DicomPreview.ATTRIBUTES);
			awaitSlice();
			assertTrue(view.pane().message().contains(whole.getFileName().toString()), view.pane().message());
		} finally {
			Files.write(whole, bytes);
		}
	}

	private TreeViewer viewer() {
		return view.pane().table().viewer();
	}

	private Row row(String tag) {
		return Samples.row(view.pane().table().current().roots(), tag);
	}

	/** As the mouse does: the tree tells its listeners. */
	private void expandAsUser(Row row) {
		viewer().setExpandedState(row, true);
		Event event = new Event();
		event.item = viewer().testFindItem(row);
		viewer().getTree().notifyListeners(SWT.Expand, event);
	}

	private String clipboard() {
		Clipboard clipboard = new Clipboard(display);
		try {
			return (String) clipboard.getContents(TextTransfer.getInstance());
		} finally {
			clipboard.dispose();
		}
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(each -> each.series().stream()).toList();
	}

	private void show(String modality) throws Exception {
		Series wanted = series().stream().filter(series -> series.modality().equals(modality)).findFirst().orElseThrow();
		select(wanted);
		until("the series in the preview", () -> slice()
				.filter(slice -> wanted.stacks().stream().anyMatch(stack -> stack.slices().contains(slice))).isPresent());
		page.activate(view);
		awaitSlice();
	}

	private void select(Series wanted) throws Exception {
		ISelectionProvider explorer = page.showView(DicomPreview.SERIES_EXPLORER).getSite().getSelectionProvider();
		until("the series in the tree", () -> {
			explorer.setSelection(new StructuredSelection(wanted));
			return !explorer.getSelection().isEmpty();
		});
	}

	private Optional<Slice> slice() {
		IWorkbenchPart preview = page.findView(DicomPreview.PREVIEW);
		Object shown = ((IStructuredSelection) preview.getSite().getSelectionProvider().getSelection()).getFirstElement();
		return shown instanceof Slice slice ? Optional.of(slice) : Optional.empty();
	}

	private void awaitSlice() {
		until("the attributes of the slice", () -> slice().filter(slice -> view.shows(Target.of(slice))).isPresent());
	}

	private void run(String part, String command) throws Exception {
		page.activate(page.findView(part));
		view.getSite().getService(IHandlerService.class).executeCommand(command, null);
	}
}
