package org.dicompreview.ui.ide.internal.problems;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.ui.ide.internal.TestProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.menus.IMenuService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong with files and series is a problem of the workspace. */
class ProblemsTest {

	private static final Study STUDY = Study.of("Doe^Jane", "1", 1);

	private final IdeWindow window = new IdeWindow();

	@AfterEach
	void clear() {
		window.clear();
	}

	private static IFile write(TestProject test, String name, DicomObject object) throws Exception {
		IFile file = test.project().getFile(name);
		ByteArrayInputStream bytes = new ByteArrayInputStream(DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object));
		if (file.exists()) {
			file.setContents(bytes, true, false, null);
		} else {
			file.create(bytes, true, null);
		}
		return file;
	}

	private static void writeSeries(TestProject test, int number, int slices) throws Exception {
		List<DicomObject> images = Phantoms.ct(STUDY, number, slices, 2, 16);
		for (int i = 0; i < images.size(); i++) {
			write(test, "s" + number + "_" + i, images.get(i));
		}
	}

	private void run(String command, IResource... selected) throws Exception {
		window.select((Object[]) selected);
		window.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.ide." + command, null);
		settle();
	}

	private static void settle() {
		until("the validation to end",
				() -> Stream.of(ValidateHandler.JOB_FAMILY, ResourcesPlugin.FAMILY_AUTO_BUILD, ResourcesPlugin.FAMILY_MANUAL_BUILD)
						.allMatch(family -> Job.getJobManager().find(family).length == 0));
	}

	private static List<String> problems(IResource resource) throws Exception {
		return Arrays.stream(resource.findMarkers(ProblemMarkers.FILE, true, IResource.DEPTH_INFINITE))
				.map(marker -> marker.getResource().getName() + ' ' + marker.getAttribute(ProblemMarkers.RULE, "")).sorted().toList();
	}

	@Test
	void whatIsFineHasNoMarker() throws Exception {
		try (TestProject test = new TestProject("fine")) {
			writeSeries(test, 1, 6);
			test.project().getFile("notes.txt").create(new ByteArrayInputStream("no image".getBytes()), true, null);
			run("validate", test.project());
			assertEquals(List.of(), problems(test.project()));
		}
	}

	@Test
	void aProjectIsValidatedOnDemand() throws Exception {
		try (TestProject test = new TestProject("demand")) {
			writeSeries(test, 1, 6);
			test.project().getFile("s1_2").delete(true, null);
			IFile broken = write(test, "s1_4",
					Phantoms.ct(STUDY, 1, 6, 2, 16).get(4).remove(Tag.PIXEL_SPACING).set(Tag.ACQUISITION_DATE, "2024-01-01"));
			run("validate", test.project());
			assertEquals(List.of("s1_1 MISSING_POSITIONS", "s1_4 REQUIRED_MISSING", "s1_4 VALUE_INVALID"), problems(test.project()));
			IMarker date = marker(broken, "VALUE_INVALID");
			assertEquals(IMarker.SEVERITY_WARNING, date.getAttribute(IMarker.SEVERITY, -1));
			assertEquals("(0008,0022)", date.getAttribute(IMarker.LOCATION, ""));
			assertEquals("A value of Acquisition Date is not of VR DA: 2024-01-01", date.getAttribute(IMarker.MESSAGE, ""));
			assertEquals("ENCODING", date.getAttribute(ProblemMarkers.CATEGORY, ""));
			write(test, "s1_4", Phantoms.ct(STUDY, 1, 6, 2, 16).get(4));
			run("validate", test.project().getFile("s1_4"));
			assertEquals(List.of("s1_1 MISSING_POSITIONS"), problems(test.project()));
		}
	}

	private static IMarker marker(IFile file, String rule) throws Exception {
		return Arrays.stream(file.findMarkers(ProblemMarkers.FILE, true, IResource.DEPTH_ZERO))
				.filter(marker -> rule.equals(marker.getAttribute(ProblemMarkers.RULE, ""))).findFirst().orElseThrow();
	}

	@Test
	void aProjectWithTheNatureIsValidatedAsItChanges() throws Exception {
		try (TestProject test = new TestProject("built")) {
			writeSeries(test, 1, 6);
			writeSeries(test, 2, 6);
			run("toggleValidation", test.project());
			assertTrue(test.project().hasNature(DicomNature.ID));
			assertEquals(List.of(), problems(test.project()));
			test.project().getFile("s2_3").delete(true, null);
			until("the missing slice", () -> isProblems(test, "s2_2 MISSING_POSITIONS"));
			write(test, "s1_0", Phantoms.ct(STUDY, 1, 6, 2, 16).get(0).set(Tag.PIXEL_SPACING));
			until("the broken file", () -> isProblems(test, "s1_0 REQUIRED_EMPTY", "s2_2 MISSING_POSITIONS"));
			write(test, "s2_3", Phantoms.ct(STUDY, 2, 6, 2, 16).get(3));
			until("the slice to be back", () -> isProblems(test, "s1_0 REQUIRED_EMPTY"));
			run("toggleValidation", test.project());
			assertFalse(test.project().hasNature(DicomNature.ID));
			assertEquals(List.of(), problems(test.project()));
		}
	}

	private static boolean isProblems(TestProject test, String... expected) {
		try {
			return problems(test.project()).equals(List.of(expected));
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void theProblemsViewGroupsThemByTheirKind() throws Exception {
		try (TestProject test = new TestProject("kinds")) {
			run("validate", write(test, "image.dcm", Phantoms.ct(STUDY, 1, 1, 2, 16).get(0).set(Tag.STUDY_DATE, "2024-01-01")));
			IViewPart view = window.page().showView(IPageLayout.ID_PROBLEM_VIEW);
			MenuManager manager = new MenuManager();
			IMenuService menus = window.page().getWorkbenchWindow().getService(IMenuService.class);
			menus.populateContributionManager(manager, "menu:" + IPageLayout.ID_PROBLEM_VIEW);
			Menu menu = manager.createContextMenu(view.getSite().getShell());
			try {
				MenuItem kind = items(menu).filter(item -> item.getText().equals("DICOM Kind")).findFirst().orElseThrow();
				kind.setSelection(true);
				kind.notifyListeners(SWT.Selection, new Event());
			} finally {
				menus.releaseContributions(manager);
				manager.dispose();
			}
			until("the group", () -> trees(view.getSite().getShell()).flatMap(tree -> Stream.of(tree.getItems()))
					.anyMatch(item -> item.getText().startsWith("Encoding")));
		}
	}

	/** {@return the items of a menu and of those within it, which are filled when they are shown} */
	private static Stream<MenuItem> items(Menu menu) {
		menu.notifyListeners(SWT.Show, new Event());
		return Stream.of(menu.getItems())
				.flatMap(item -> item.getMenu() == null ? Stream.of(item) : Stream.concat(Stream.of(item), items(item.getMenu())));
	}

	@Test
	void aMarkerLeadsToItsAttribute() throws Exception {
		try (TestProject test = new TestProject("attribute")) {
			IFile file = write(test, "image.dcm", Phantoms.ct(STUDY, 1, 1, 2, 16).get(0).set(Tag.STUDY_DATE, "2024-01-01"));
			run("validate", file);
			IEditorPart editor = IDE.openEditor(window.page(), marker(file, "VALUE_INVALID"));
			until("the attribute", () -> selected(editor).contains("StudyDate"));
		}
	}

	private static List<String> selected(IEditorPart editor) {
		return trees(editor.getSite().getShell()).filter(Tree::isVisible).flatMap(tree -> Stream.of(tree.getSelection()))
				.map(item -> item.getText(1)).toList();
	}

	private static Stream<Tree> trees(Control control) {
		return control instanceof Tree tree ? Stream.of(tree)
				: control instanceof Composite composite ? Stream.of(composite.getChildren()).flatMap(ProblemsTest::trees) : Stream.empty();
	}

	@Test
	void aMarkerLeadsToItsFrame() throws Exception {
		try (TestProject test = new TestProject("frame")) {
			IFile file = write(test, "cine.dcm", Phantoms.cine(STUDY, 4));
			IMarker marker = file.createMarker(ProblemMarkers.SERIES);
			marker.setAttribute(ProblemMarkers.FRAME, 5);
			IEditorPart editor = IDE.openEditor(window.page(), marker);
			until("the frame", () -> frame(editor) == 5);
			marker.setAttribute(ProblemMarkers.FRAME, 2);
			IDE.gotoMarker(editor, marker);
			until("the other frame", () -> frame(editor) == 2);
		}
	}

	private static int frame(IEditorPart editor) {
		Slice slice = Adapters.adapt(editor, Slice.class);
		return slice == null ? -1 : slice.frame();
	}
}
