package org.dicompreview.ui.internal.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.Selected;
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
	void takesFilesAndElementsButNeverMovesThem() {
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
	void elementsAreTakenWhereTheirFilesLie() {
		IAdaptable element = new IAdaptable() {
			@Override
			public <T> T getAdapter(Class<T> type) {
				return type == SelectedFiles.class ? type.cast(Selected.of(folder, folder.resolve("a"))) : null; //$NON-NLS-1$
			}
		};
		StructuredSelection selection = new StructuredSelection(
				List.of(element, "no file", folder.resolve("b").toFile(), folder.resolve("c").toUri())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(List.of(folder, folder.resolve("a"), folder.resolve("b"), folder.resolve("c")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				FolderDropTarget.paths(selection));
	}

	@Test
	void whatNamesNoFilesIsRefused() {
		assertEquals(List.of(), FolderDropTarget.paths(new StructuredSelection("no file"))); //$NON-NLS-1$
		assertEquals(List.of(), FolderDropTarget.paths(null));
	}
}
