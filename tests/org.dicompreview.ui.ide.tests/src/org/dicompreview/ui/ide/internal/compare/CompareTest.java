package org.dicompreview.ui.ide.internal.compare;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.compare.Ignored;
import org.dicompreview.rendering.FrameDifference;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.ui.ide.internal.TestProject;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.CompareViewerSwitchingPane;
import org.eclipse.compare.HistoryItem;
import org.eclipse.compare.ResourceNode;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, revisions and series are compared by Eclipse's own Compare. */
class CompareTest {

	private static final String COMPARE = "org.dicompreview.ui.ide.compare";
	private static final Study STUDY = Study.of("Doe^Jane", "1", 1);

	@TempDir
	static Path folder;

	private static final long REST_NANOS = 100_000_000;

	private final IdeWindow window = new IdeWindow();
	private long nextLook;
	private RGB seen;

	@AfterEach
	void clear() {
		for (Ignored kind : Ignored.values()) {
			IgnoredAttributes.setIgnored(kind, false);
		}
		window.clear();
	}

	private static DicomObject image(int slice) {
		return Phantoms.ct(STUDY, 2, 8, 2, 64).get(slice);
	}

	private static IFile write(TestProject test, String name, DicomObject object) throws Exception {
		IFile file = test.project().getFile(name);
		byte[] bytes = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object);
		if (file.exists()) {
			file.setContents(new ByteArrayInputStream(bytes), true, true, null);
		} else {
			file.create(new ByteArrayInputStream(bytes), true, null);
		}
		return file;
	}

	/** Runs an item of the context menu of Project Explorer as a person does. */
	private static void choose(IViewPart view, String... texts) {
		Tree tree = find(view.getSite().getShell(), Tree.class, each -> each.getMenu() != null
				&& each.getData("org.eclipse.ui.navigator") == null && each.isVisible() && each.getSelectionCount() > 0).orElseThrow();
		Menu menu = tree.getMenu();
		for (String text : texts) {
			menu.notifyListeners(SWT.Show, new Event());
			MenuItem item = Arrays.stream(menu.getItems()).filter(each -> each.getText().replace("&", "").startsWith(text)).findFirst()
					.orElseThrow(() -> new AssertionError(text));
			if (item.getMenu() == null) {
				item.notifyListeners(SWT.Selection, new Event());
			} else {
				menu = item.getMenu();
			}
		}
	}

	private static <T> Optional<T> find(Control control, Class<T> type, Predicate<T> wanted) {
		if (type.isInstance(control) && wanted.test(type.cast(control))) {
			return Optional.of(type.cast(control));
		}
		return control instanceof Composite composite
				? Stream.of(composite.getChildren()).map(child -> find(child, type, wanted)).flatMap(Optional::stream).findFirst()
				: Optional.empty();
	}

	private <T extends Viewer> Optional<T> viewer(Class<T> type) {
		return find(window.page().getWorkbenchWindow().getShell(), CompareViewerSwitchingPane.class,
				pane -> pane.isVisible() && type.isInstance(pane.getViewer())).map(CompareViewerSwitchingPane::getViewer).map(type::cast);
	}

	private PixelViewer pixels() {
		until("the images", () -> viewer(PixelViewer.class).flatMap(PixelViewer::compared).isPresent());
		return viewer(PixelViewer.class).orElseThrow();
	}

	private List<String> rows(String first) {
		until("the attributes with " + first, () -> texts().stream().anyMatch(text -> text.contains(first)));
		return texts();
	}

	private List<String> texts() {
		return viewer(AttributeViewer.class).filter(AttributeViewer::isSettled)
				.map(viewer -> Stream.of(viewer.getTree().getItems()).map(TreeItem::getText).toList()).orElse(List.of());
	}

	private void compareFiles(IFile left, IFile right) throws Exception {
		choose(window.select(left, right), "Compare With", "Each Other");
		until("the compare editor", () -> viewer(AttributeViewer.class).isPresent() && viewer(PixelViewer.class).isPresent());
	}

	@Test
	void twoFilesAreComparedByEclipsesOwnMenu() throws Exception {
		try (TestProject test = new TestProject("each-other")) {
			IFile left = write(test, "left.dcm", image(3));
			IFile right = write(test, "right.dcm", image(3).set(Tag.PATIENT_NAME, "Doe^John").remove(Tag.KVP)
					.set(Tag.IMAGE_TYPE, "PRIMARY", "ORIGINAL", "AXIAL"));
			byte[] before = Files.readAllBytes(left.getLocation().toPath());
			compareFiles(left, right);
			List<String> rows = rows("Patient's Name");
			assertTrue(rows.contains("(0010,0010) Patient's Name  \u201cDoe^Jane\u201d  \u2260  \u201cDoe^John\u201d"), rows::toString);
			assertTrue(rows.contains("(0008,0008) Image Type  (other order)"), rows::toString);
			assertTrue(rows.stream().anyMatch(row -> row.startsWith("(0018,0060) KVP")), rows::toString);
			assertEquals("Images", rows.get(0));
			assertEquals("All 4096 pixels are the same.", pixels().statistics());
			assertArrayEquals(before, Files.readAllBytes(left.getLocation().toPath()));
		}
	}

	@Test
	void aValueIsComparedAsTextAndTheImagesComeBack() throws Exception {
		try (TestProject test = new TestProject("values")) {
			compareFiles(write(test, "left.dcm", image(3)), write(test, "right.dcm", image(3).set(Tag.PATIENT_NAME, "Doe^John")));
			rows("Patient's Name");
			AttributeViewer attributes = viewer(AttributeViewer.class).orElseThrow();
			select(attributes.getTree(), 1);
			until("the text compare", () -> viewer(PixelViewer.class).isEmpty());
			select(attributes.getTree(), 0);
			until("the images", () -> viewer(PixelViewer.class).isPresent());
		}
	}

	private static void select(Tree tree, int row) {
		tree.setSelection(tree.getItem(row));
		Event event = new Event();
		event.item = tree.getItem(row);
		tree.notifyListeners(SWT.Selection, event);
		tree.notifyListeners(SWT.DefaultSelection, event);
	}

	@Test
	void identifiersAndDatesAreLeftOutByAButton() throws Exception {
		try (TestProject test = new TestProject("ignored")) {
			compareFiles(write(test, "left.dcm", image(3)), write(test, "right.dcm", image(4)));
			rows("SOP Instance UID");
			ToolItem button = find(window.page().getWorkbenchWindow().getShell(), ToolBar.class,
					bar -> item(bar, "Leave Out Instance UIDs").isPresent()).flatMap(bar -> item(bar, "Leave Out Instance UIDs"))
					.orElseThrow();
			button.setSelection(true);
			button.notifyListeners(SWT.Selection, new Event());
			until("the rest", () -> !texts().isEmpty() && texts().stream().noneMatch(text -> text.contains("SOP Instance UID")));
			assertTrue(texts().stream().anyMatch(text -> text.contains("Image Position")), () -> texts().toString());
		}
	}

	private static Optional<ToolItem> item(ToolBar bar, String text) {
		return Stream.of(bar.getItems()).filter(item -> text.equals(item.getToolTipText())).findFirst();
	}

	@Test
	void pixelsAreBlendedFlickerAndGiveADifference() throws Exception {
		try (TestProject test = new TestProject("pixels")) {
			DicomObject changed = image(3).set(Tag.RESCALE_INTERCEPT, -1000);
			compareFiles(write(test, "left.dcm", image(3)), write(test, "right.dcm", changed));
			PixelViewer viewer = pixels();
			FrameDifference difference = viewer.compared().orElseThrow().difference().orElseThrow();
			assertEquals(4096, difference.differing());
			assertEquals(24, difference.maximum());
			assertEquals("4096 of 4096 pixels differ. Largest difference 24.00 HU, mean 24.00 HU", viewer.statistics());
			assertTrue(viewer.right().control().isVisible());
			press("Difference");
			until("the difference", () -> center(viewer).equals(new RGB(255, 170, 0)));
			assertFalse(viewer.right().control().isVisible());
			press("Flickering");
			until("one image", () -> viewer.mode() == OverlayMode.FLICKER && center(viewer).red == center(viewer).blue);
			int one = seen.red;
			until("the other image", () -> center(viewer).red != one);
			int other = seen.red;
			press("Blended");
			until("half of both", () -> viewer.mode() == OverlayMode.BLEND && center(viewer).red > Math.min(one, other)
					&& center(viewer).red < Math.max(one, other));
			press("Side by Side");
			until("the right image", () -> viewer.right().control().isVisible());
		}
	}

	private void press(String text) {
		ToolItem button = find(window.page().getWorkbenchWindow().getShell(), ToolBar.class,
				bar -> bar.isVisible() && item(bar, text).isPresent()).flatMap(bar -> item(bar, text)).orElseThrow();
		for (ToolItem other : button.getParent().getItems()) {
			if (other.getSelection() && other != button && (other.getStyle() & SWT.RADIO) != 0) {
				other.setSelection(false);
				other.notifyListeners(SWT.Selection, new Event());
			}
		}
		button.setSelection(true);
		button.notifyListeners(SWT.Selection, new Event());
	}

	/** Looks now and then only: who paints without a rest keeps the display from all else. */
	private RGB center(PixelViewer viewer) {
		if (System.nanoTime() > nextLook) {
			seen = look(viewer);
			nextLook = System.nanoTime() + REST_NANOS;
		}
		return seen;
	}

	private static RGB look(PixelViewer viewer) {
		Rectangle area = viewer.left().canvas().getClientArea();
		Image image = new Image(viewer.left().canvas().getDisplay(), area.width, area.height);
		GC gc = new GC(image);
		try {
			viewer.left().paint(gc);
			ImageData data = image.getImageData(100);
			return data.palette.getRGB(data.getPixel(area.width / 2, area.height / 2));
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	@Test
	void aRevisionOfTheLocalHistoryIsCompared() throws Exception {
		try (TestProject test = new TestProject("history")) {
			IFile file = write(test, "image.dcm", image(3));
			write(test, "image.dcm", image(3).set(Tag.PATIENT_NAME, "Doe^John"));
			ResourceNode now = new ResourceNode(file);
			HistoryItem before = new HistoryItem(now, file.getHistory(null)[0]);
			CompareUI.openCompareEditorOnPage(new CompareEditorInput(new CompareConfiguration()) {
				@Override
				protected Object prepareInput(IProgressMonitor monitor) {
					return new DiffNode(now, before);
				}
			}, window.page());
			List<String> rows = rows("Patient's Name");
			assertTrue(rows.contains("(0010,0010) Patient's Name  \u201cDoe^John\u201d  \u2260  \u201cDoe^Jane\u201d"), rows::toString);
			assertEquals("All 4096 pixels are the same.", pixels().statistics());
		}
	}

	@Test
	void filesAreComparedWhateverTheyAreCalled() throws Exception {
		try (TestProject test = new TestProject("nameless")) {
			window.select(write(test, "1.2.840.3", image(3)), write(test, "other", image(3).set(Tag.PATIENT_NAME, "Doe^John")));
			window.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(COMPARE, null);
			List<String> rows = rows("Patient's Name");
			assertEquals("(0010,0010) Patient's Name  \u201cDoe^Jane\u201d  \u2260  \u201cDoe^John\u201d", rows.get(1));
			assertEquals("All 4096 pixels are the same.", pixels().statistics());
		}
	}

	@Test
	void twoSeriesOfTheExplorerGoInStep() throws Exception {
		SampleStudy.write(folder.resolve("a"), Phantoms.ct(STUDY, 2, 8, 2, 64));
		SampleStudy.write(folder.resolve("b"), Phantoms.ct(STUDY, 3, 4, 4, 64));
		window.folders().open(folder);
		IViewPart explorer = window.page().showView(DicomPreview.SERIES_EXPLORER);
		until("both series", () -> window.folders().catalog().series().size() == 2 && window.folders().catalog().series().stream()
				.mapToInt(Series::imageCount).sum() == 12);
		until("the rows", () -> explorerTree(explorer).isPresent());
		Tree tree = explorerTree(explorer).orElseThrow();
		window.page().activate(explorer);
		tree.setSelection(series(tree).toArray(TreeItem[]::new));
		tree.notifyListeners(SWT.Selection, new Event());
		until("the command", () -> window.page().getWorkbenchWindow().getService(ICommandService.class).getCommand(COMPARE).isEnabled());
		window.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(COMPARE, null);
		PixelViewer viewer = pixels();
		Slice left = viewer.left().model().slice().orElseThrow();
		viewer.left().step(2);
		until("the right slice at the same place", () -> {
			Slice one = viewer.left().model().slice().orElseThrow();
			Slice other = viewer.right().model().slice().orElseThrow();
			return !one.equals(left) && Math.abs(one.offset().getAsDouble() - other.offset().getAsDouble()) <= 2;
		});
		InstanceHeader shown = viewer.left().model().slice().orElseThrow().instance();
		until("the attributes of these slices", () -> texts().stream().anyMatch(text -> text.contains("(0008,0018)")
				&& text.contains(shown.sopInstanceUid())));
	}

	private static Optional<Tree> explorerTree(IViewPart explorer) {
		return find(explorer.getSite().getShell(), Tree.class, each -> each.isVisible() && series(each).size() == 2);
	}

	/** Opens all rows as a person does. {@return the rows of series} */
	private static List<TreeItem> series(Tree tree) {
		Stream.of(tree.getItems()).forEach(CompareTest::open);
		return Stream.of(tree.getItems()).flatMap(CompareTest::all).filter(item -> item.getText().contains("Head 2.0")
				|| item.getText().contains("Head 4.0")).toList();
	}

	private static void open(TreeItem item) {
		if (item.getItemCount() > 0 && !item.getExpanded()) {
			Event event = new Event();
			event.item = item;
			item.getParent().notifyListeners(SWT.Expand, event);
			item.setExpanded(true);
		}
		Stream.of(item.getItems()).forEach(CompareTest::open);
	}

	private static Stream<TreeItem> all(TreeItem item) {
		return Stream.concat(Stream.of(item), Stream.of(item.getItems()).flatMap(CompareTest::all));
	}
}
