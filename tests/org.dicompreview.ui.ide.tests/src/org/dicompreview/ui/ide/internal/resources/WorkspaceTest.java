package org.dicompreview.ui.ide.internal.resources;

import static org.dicompreview.ui.ide.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.ide.internal.IdeWindow;
import org.dicompreview.ui.ide.internal.TestProject;
import org.dicompreview.ui.spi.FolderWatch;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects, folders and files of the workspace drive the views. */
class WorkspaceTest {

	private static final String OPEN_RESOURCES = "org.dicompreview.ui.ide.openResources";

	@TempDir
	static Path study;

	private final IdeWindow window = new IdeWindow();

	@BeforeAll
	static void make() throws Exception {
		SampleStudy.write(study);
	}

	@AfterEach
	void clear() {
		window.clear();
	}

	@Test
	void whatAdaptsToAResourceStandsForItsFile() throws Exception {
		try (TestProject test = new TestProject("adapted")) {
			IFile file = test.link("linked", study).getFolder("2-ct").getFile("IM0001.dcm");
			List<Path> expected = List.of(study.resolve("2-ct/IM0001.dcm"));
			IAdaptable wrapped = new IAdaptable() {
				@Override
				public <T> T getAdapter(Class<T> type) {
					return type.isInstance(file) ? type.cast(file) : null;
				}
			};
			IMarker marker = file.createMarker(IMarker.PROBLEM);
			for (Object element : List.of(file, wrapped, marker)) {
				assertEquals(expected, Adapters.adapt(element, SelectedFiles.class).paths(), element::toString);
			}
			assertEquals(List.of(test.project().getLocation().toPath()),
					Adapters.adapt(test.project(), SelectedFiles.class).paths());
			assertEquals(null, Adapters.adapt("no resource", SelectedFiles.class));
		}
	}

	@Test
	void resourcesAreOpenedByTheirMenu() throws Exception {
		try (TestProject test = new TestProject("resources")) {
			IFolder linked = test.link("linked", study);
			IFile java = test.project().getFile("Main.java");
			java.create(new ByteArrayInputStream(new byte[0]), true, null);
			assertFalse(offers(java));
			assertTrue(offers(linked.getFolder("2-ct").getFile("IM0001.dcm")));
			assertTrue(offers(linked));
			window.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(OPEN_RESOURCES, null);
			assertEquals(List.of(study), window.folders().roots());
			assertEquals(DicomPreview.SERIES_EXPLORER, window.page().getActivePart().getSite().getId());
		}
	}

	private boolean offers(Object selected) throws Exception {
		window.select(selected);
		return window.page().getWorkbenchWindow().getService(ICommandService.class).getCommand(OPEN_RESOURCES).isEnabled();
	}

	@Test
	void aSelectedFolderOrFileIsShown() throws Exception {
		window.showPreview();
		try (TestProject test = new TestProject("shown")) {
			IFolder linked = test.link("linked", study);
			window.select(linked.getFolder("2-ct"));
			until("the series of the folder", () -> shows("2-ct"));
			window.select(linked.getFolder("4-cine").getFile("IM0001.dcm"));
			until("the file", () -> shows("4-cine"));
		}
	}

	private boolean shows(String folder) {
		return window.slice().map(Slice::instance).filter(header -> Locations.path(header).startsWith(study.resolve(folder)))
				.isPresent();
	}

	@Test
	void changesAreToldOfTheRootsThatTheyTouch() throws Exception {
		List<Path> told = Collections.synchronizedList(new ArrayList<>());
		try (TestProject test = new TestProject("watched")) {
			Path root = test.project().getLocation().toPath();
			FolderWatch.Watch watch = new WorkspaceWatch().watch(() -> List.of(root, study), told::add);
			try {
				test.project().getFile("new.dcm").create(new ByteArrayInputStream(new byte[] { 1 }), true, null);
				until("the change", () -> told.equals(List.of(root)));
			} finally {
				watch.close();
			}
		}
	}

	@Test
	void anOpenFolderOfTheWorkspaceIsScannedAgainWhenItChanges() throws Exception {
		try (TestProject test = new TestProject("scanned")) {
			window.folders().open(test.project().getLocation().toPath());
			byte[] bytes = Files.readAllBytes(study.resolve("2-ct/IM0001.dcm"));
			test.project().getFile("new").create(new ByteArrayInputStream(bytes), true, null);
			until("the file to be found", () -> window.folders().catalog().patients().size() == 1);
			window.folders().roots().forEach(window.folders()::close);
		}
	}
}
