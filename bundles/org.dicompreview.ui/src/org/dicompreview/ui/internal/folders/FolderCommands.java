package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** What the handlers that open something share. */
final class FolderCommands {

	private static final String LAST = "openFolders.last"; //$NON-NLS-1$

	private FolderCommands() {
	}

	/** Opens the paths and brings the explorer to the front, where their scan can be seen. */
	static void open(Collection<Path> paths, IWorkbenchWindow window) throws ExecutionException {
		if (paths.isEmpty()) {
			return;
		}
		try {
			window.getActivePage().showView(DicomPreview.SERIES_EXPLORER);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		OpenFolders folders = window.getService(OpenFolders.class);
		paths.forEach(folders::open);
	}

	/** {@return the folder that an open dialog showed last} */
	static Optional<String> lastFolder() {
		return Optional.ofNullable(settings().get(LAST));
	}

	static void rememberFolder(String folder) {
		settings().put(LAST, folder);
	}

	private static IDialogSettings settings() {
		return PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(FolderCommands.class)).getDialogSettings();
	}
}
