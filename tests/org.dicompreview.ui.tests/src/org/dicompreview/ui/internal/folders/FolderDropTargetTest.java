package org.dicompreview.ui.internal.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDropTargetTest {

	@TempDir
	Path folder;

	@Test
	void takesFilesAndResourcesButNeverMovesThem() {
		Shell shell = new Shell(Display.getCurrent());
		try {
			FolderDropTarget.install(shell, PlatformUI.getWorkbench().getService(ScannedFolders.class));
			DropTarget target = (DropTarget) shell.getData(DND.DROP_TARGET_KEY);
			assertTrue(List.of(target.getTransfer())
					.containsAll(List.of(FileTransfer.getInstance(), LocalSelectionTransfer.getTransfer())));
			assertEquals(0, target.getStyle() & DND.DROP_MOVE);
		} finally {
			shell.dispose();
		}
	}

	@Test
	void filesOfTheDesktopAreTakenByName() {
		String[] names = { folder.toString(), folder.resolve("archive.zip").toString() }; //$NON-NLS-1$
		assertEquals(List.of(folder, folder.resolve("archive.zip")), FolderDropTarget.paths(names)); //$NON-NLS-1$
	}

	@Test
	void resourcesAreTakenWhereTheyLie() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("dropped"); //$NON-NLS-1$
		project.create(null);
		try {
			project.open(null);
			IAdaptable wrapped = new IAdaptable() {
				@Override
				public <T> T getAdapter(Class<T> type) {
					return type.isInstance(project) ? type.cast(project) : null;
				}
			};
			StructuredSelection selection = new StructuredSelection(List.of(wrapped, "no resource")); //$NON-NLS-1$
			assertEquals(List.of(project.getLocation().toPath()), FolderDropTarget.paths(selection));
		} finally {
			project.delete(true, true, null);
		}
	}

	@Test
	void whatNamesNoFilesIsRefused() {
		assertEquals(List.of(), FolderDropTarget.paths(new StructuredSelection("no resource"))); //$NON-NLS-1$
		assertEquals(List.of(), FolderDropTarget.paths(null));
	}
}
