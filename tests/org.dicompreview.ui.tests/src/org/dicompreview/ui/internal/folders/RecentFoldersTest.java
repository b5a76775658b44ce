package org.dicompreview.ui.internal.folders;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.prefs.Preferences;

/** What was opened before, and the menus that are there where people look at DICOM only. */
class RecentFoldersTest {

	@TempDir
	private Path folder;
	private final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
	private final ScannedFolders folders = window.getService(ScannedFolders.class);
	private final Preferences node = InstanceScope.INSTANCE.getNode("org.dicompreview.ui.tests/recentFolders"); //$NON-NLS-1$

	@BeforeEach
	void forget() {
		folders.recent().clear();
	}

	@AfterEach
	void close() throws Exception {
		IWorkbenchPage page = window.getActivePage();
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		folders.recent().clear();
		until("nothing is being saved", () -> Arrays.stream(Job.getJobManager().find(null)) //$NON-NLS-1$
				.noneMatch(job -> job.getName().equals(Messages.RecentFolders_remember)));
		node.removeNode();
	}

	private Path made(String name) throws Exception {
		return Files.createDirectory(folder.resolve(name));
	}

	@Test
	void theLastOnesAreKeptTheNewestFirstAndOverRestarts() throws Exception {
		RecentFolders recent = new RecentFolders(node);
		for (int i = 0; i < 12; i++) {
			recent.add(Path.of("/f" + i)); //$NON-NLS-1$
		}
		recent.add(Path.of("/f5")); //$NON-NLS-1$
		assertEquals(List.of("/f5", "/f11", "/f10"), recent.list().stream().limit(3).map(Path::toString).toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(10, recent.list().size());
		until("they are saved", () -> new RecentFolders(node).list().equals(recent.list())); //$NON-NLS-1$
		recent.remove(Path.of("/f11")); //$NON-NLS-1$
		assertFalse(recent.list().contains(Path.of("/f11"))); //$NON-NLS-1$
	}

	private List<String> labels() {
		RecentMenu recent = new RecentMenu();
		recent.initialize(window);
		Shell shell = new Shell(window.getShell());
		try {
			Menu menu = new Menu(shell);
			for (IContributionItem item : recent.getContributionItems()) {
				item.fill(menu, -1);
				item.update();
			}
			return Arrays.stream(menu.getItems()).map(MenuItem::getText).toList();
		} finally {
			shell.dispose();
		}
	}

	private void execute(String command, Map<String, String> parameters) throws Exception {
		ICommandService commands = window.getService(ICommandService.class);
		window.getService(IHandlerService.class)
				.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(command), parameters), null);
	}

	@Test
	void theMenuHasWhatWasOpenedAndOpensItAgain() throws Exception {
		assertEquals(1, labels().size(), "it says that there is nothing"); //$NON-NLS-1$
		Path first = made("one & two"); //$NON-NLS-1$
		folders.open(first);
		folders.openTemporarily(made("temporary")); //$NON-NLS-1$
		assertEquals("&1 " + first.toString().replace("&", "&&"), labels().get(0)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(3, labels().size(), "with a separator and a command to clear it"); //$NON-NLS-1$
		folders.roots().forEach(folders::close);
		execute(OpenRecentHandler.COMMAND, Map.of(OpenRecentHandler.PATH, first.toString()));
		until("it is open again", () -> folders.roots().equals(List.of(first))); //$NON-NLS-1$
		execute(ClearRecentHandler.COMMAND, Map.of());
		assertEquals(List.of(), folders.recent().list());
	}

	@Test
	void whatIsMissingIsSaidAndLeavesTheList() throws Exception {
		Path gone = made("gone"); //$NON-NLS-1$
		folders.open(gone);
		folders.close(gone);
		Files.delete(gone);
		List<Path> asked = new ArrayList<>();
		IHandlerService handlers = window.getService(IHandlerService.class);
		var activation = handlers.activateHandler(OpenRecentHandler.COMMAND, new OpenRecentHandler() {
			@Override
			boolean isToBeForgotten(Path path, IWorkbenchWindow in) {
				asked.add(path);
				return true;
			}
		});
		try {
			execute(OpenRecentHandler.COMMAND, Map.of());
			until("the question", () -> asked.equals(List.of(gone))); //$NON-NLS-1$
		} finally {
			handlers.deactivateHandler(activation);
		}
		until("it is forgotten", () -> folders.recent().list().isEmpty()); //$NON-NLS-1$
		assertEquals(List.of(), folders.roots());
	}

	private boolean hasMenu(String name) {
		return Arrays.stream(window.getShell().getMenuBar().getItems()).anyMatch(item -> item.getText().equals(name));
	}

	@Test
	void anIdeHasTheImageMenuOnlyWhereDicomIsLookedAt() throws Exception {
		IWorkbenchPage page = window.getActivePage();
		page.showView(DicomPreview.PREVIEW);
		until("the menu", () -> hasMenu("&Image")); //$NON-NLS-1$ //$NON-NLS-2$
		page.showView("org.eclipse.ui.views.ProgressView"); //$NON-NLS-1$
		if (!DicomPreview.PERSPECTIVE.equals(page.getPerspective().getId())) {
			until("no menu", () -> !hasMenu("&Image")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		assertTrue(hasMenu("&File"), "as before"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
