package org.dicompreview.ui.ide.internal.resources;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.ui.ide.internal.TestProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.part.IShowInSource;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.IShowInTargetList;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.views.properties.IPropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views and the parts of an IDE lead each other. */
class LinkTest {

	@TempDir
	static Path study;

	private final IdeWindow window = new IdeWindow();
	private TestProject test;
	private IFolder linked;

	@BeforeAll
	static void make() throws Exception {
		SampleStudy.write(study);
	}

	@BeforeEach
	void link() throws Exception {
		test = new TestProject("linked");
		linked = test.link("study", study);
	}

	@AfterEach
	void clear() throws Exception {
		window.clear();
		test.close();
	}

	private IFile ct(int number) {
		return linked.getFolder("2-ct").getFile(String.format("IM%04d.dcm", number));
	}

	private boolean shows(IResource file) {
		return window.slice().filter(slice -> slice.instance().location().file().orElseThrow().equals(file.getLocation().toPath()))
				.isPresent();
	}

	private static void run(IViewPart view, String command) throws Exception {
		view.getSite().getPage().activate(view);
		view.getSite().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.preview." + command, null);
	}

	@Test
	void aFileIsShownWithThoseOfItsSeriesBesideIt() throws Exception {
		window.showPreview();
		window.select(ct(5));
		until("the file", () -> shows(ct(5)));
		until("its series", () -> window.series().filter(series -> series.imageCount() == 64).isPresent());
		assertTrue(shows(ct(5)), "the slice stays");
		window.select(linked.getFolder("3-mr").getFile("IM0001.dcm"));
		until("the other series", () -> window.series().filter(series -> series.imageCount() == 36).isPresent());
	}

	@Test
	void theFileOfAnActiveEditorIsShownIfItIsDicom() throws Exception {
		window.showPreview();
		window.select(ct(5));
		until("the file", () -> shows(ct(5)));
		IFile text = test.project().getFile("notes.txt");
		text.create("no image".getBytes(), true, false, null);
		window.page().openEditor(new FileEditorInput(text), "org.eclipse.ui.DefaultTextEditor");
		IEditorPart editor = IDE.openEditor(window.page(), ct(7));
		until("the file of the editor", () -> Adapters.adapt(editor, Slice.class) != null && shows(ct(7)));
	}

	@Test
	void aPinnedPreviewStaysAndAnotherGoesAlong() throws Exception {
		IViewPart first = window.showPreview();
		window.select(ct(5));
		until("the file", () -> shows(ct(5)));
		run(first, "pin");
		IViewPart second = window.page().showView(DicomPreview.PREVIEW, "2", IWorkbenchPage.VIEW_ACTIVATE);
		window.page().activate(first);
		window.select(ct(9));
		until("the other Preview", () -> slice(second).filter(slice -> path(slice).equals(path(ct(9)))).isPresent());
		assertEquals(path(ct(5)), path(slice(first).orElseThrow()));
		run(first, "pin");
		window.select(ct(11));
		until("the first Preview again", () -> slice(first).filter(slice -> path(slice).equals(path(ct(11)))).isPresent());
	}

	@Test
	void aPreviewThatIsNotLinkedTakesUpTheSelectionWhenItIsAgain() throws Exception {
		IViewPart preview = window.showPreview();
		window.select(ct(5));
		until("the file", () -> shows(ct(5)));
		run(preview, "linkSelection");
		IViewPart explorer = window.select(ct(9));
		explorer.getSite().getShell().getDisplay().update();
		assertTrue(shows(ct(5)));
		explorer.getSite().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.preview.linkSelection", null);
		until("what is selected", () -> shows(ct(9)));
	}

	private static Optional<Slice> slice(IViewPart preview) {
		return Optional.ofNullable(Adapters.adapt(preview, Slice.class));
	}

	private static Path path(Slice slice) {
		return slice.instance().location().file().orElseThrow();
	}

	private static Path path(IResource resource) {
		return resource.getLocation().toPath();
	}

	@Test
	void whatIsShownAdaptsToItsFile() throws Exception {
		IViewPart preview = window.showPreview();
		window.select(ct(5));
		until("the series", () -> window.series().filter(series -> series.imageCount() == 64).isPresent());
		Object selected = ((IStructuredSelection) preview.getSite().getSelectionProvider().getSelection()).getFirstElement();
		assertEquals(ct(5), Adapters.adapt(selected, IFile.class));
		assertEquals(ct(5), Adapters.adapt(selected, IResource.class));
		assertEquals(linked.getFolder("2-ct"), Adapters.adapt(window.series().orElseThrow(), IResource.class));
	}

	@Test
	void propertiesOfTheSliceAndItsSeriesAreGrouped() throws Exception {
		window.showPreview();
		window.select(ct(5));
		until("the series", () -> window.series().filter(series -> series.imageCount() == 64).isPresent());
		Map<String, String> slice = properties(window.slice().orElseThrow());
		assertEquals("Phantom^Sample", slice.get("Identity/Patient's Name"));
		assertEquals("256", slice.get("Geometry/Rows"));
		assertTrue(slice.get("File/Location").endsWith("IM0005.dcm"), slice::toString);
		assertEquals(Set.of("Identity", "Geometry", "Pixels", "Display", "File"), slice.keySet().stream()
				.map(key -> key.substring(0, key.indexOf('/'))).filter(group -> !group.equals("Acquisition")).collect(Collectors.toSet()));
		assertEquals("64", properties(window.series().orElseThrow()).get("Pixels/Images"));
	}

	private static Map<String, String> properties(Object element) {
		IPropertySource source = Adapters.adapt(element, IPropertySource.class);
		return Stream.of(source.getPropertyDescriptors()).collect(Collectors.toMap(
				each -> each.getCategory() + "/" + each.getDisplayName(), each -> String.valueOf(source.getPropertyValue(each.getId()))));
	}

	@Test
	void projectExplorerShowsTheFileOfAnyOfOurParts() throws Exception {
		IViewPart preview = window.showPreview();
		window.select(ct(5));
		until("the file", () -> shows(ct(5)));
		IEditorPart editor = IDE.openEditor(window.page(), ct(7));
		until("the editor", () -> Adapters.adapt(editor, Slice.class) != null);
		IViewPart attributes = window.page().showView(DicomPreview.ATTRIBUTES);
		IViewPart explorer = window.select(ct(5));
		until("the elements", () -> !selection(attributes).isEmpty());
		until("the image", () -> shows(ct(5)) && !selection(preview).isEmpty());
		for (var part : List.of(preview, editor, attributes)) {
			explorer.getSite().getSelectionProvider().setSelection(StructuredSelection.EMPTY);
			assertTrue(Adapters.adapt(explorer, IShowInTarget.class).show(Adapters.adapt(part, IShowInSource.class).getShowInContext()),
					part::getTitle);
			until("the file of " + part.getTitle(), () -> selection(explorer).stream().anyMatch(IFile.class::isInstance));
			assertTrue(Stream.of(Adapters.adapt(part, IShowInTargetList.class).getShowInTargetIds())
					.anyMatch(IdeWindow.PROJECT_EXPLORER::equals));
		}
	}

	private static List<?> selection(Object part) {
		return ((IStructuredSelection) Adapters.adapt(part, IShowInSource.class).getShowInContext().getSelection()).toList();
	}

	private static boolean isSelected(IViewPart explorer, String modality) {
		Object row = ((IStructuredSelection) explorer.getSite().getSelectionProvider().getSelection()).getFirstElement();
		Series series = row == null ? null : Adapters.adapt(row, Series.class);
		return series != null && series.modality().equals(modality);
	}

	@Test
	void filesAreShownInOurViews() throws Exception {
		IViewPart preview = window.showPreview();
		assertTrue(Adapters.adapt(preview, IShowInTarget.class).show(new ShowInContext(null, new StructuredSelection(ct(3)))));
		until("the file in the Preview", () -> shows(ct(3)));
		IViewPart explorer = window.page().showView(DicomPreview.SERIES_EXPLORER);
		IShowInTarget target = Adapters.adapt(explorer, IShowInTarget.class);
		assertTrue(target.show(new ShowInContext(linked, StructuredSelection.EMPTY)));
		until("the folder to be open", () -> window.folders().roots().equals(List.of(study)));
		until("its series", () -> window.folders().catalog().patients().size() == 1
				&& window.folders().catalog().patients().get(0).studies().get(0).series().size() == 4);
		until("the row of a file",
				() -> target.show(new ShowInContext(null, new StructuredSelection(linked.getFolder("4-cine").getFile("IM0001.dcm"))))
						&& isSelected(explorer, "US"));
		assertEquals(List.of(study), window.folders().roots());
		Object row = ((IStructuredSelection) explorer.getSite().getSelectionProvider().getSelection()).getFirstElement();
		assertEquals(linked.getFolder("4-cine"), Adapters.adapt(row, IResource.class));
		assertTrue(Files.exists(study));
	}
}
