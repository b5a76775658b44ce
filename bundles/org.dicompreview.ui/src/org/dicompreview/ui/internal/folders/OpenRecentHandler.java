package org.dicompreview.ui.internal.folders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens what was opened before; without a name what was opened last. Says so if it is not there any more. */
public class OpenRecentHandler extends AbstractHandler {

	static final String COMMAND = "org.dicompreview.ui.openRecent"; //$NON-NLS-1$
	/** Parameter of the command: the path. */
	static final String PATH = "org.dicompreview.ui.openRecent.path"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		RecentFolders recent = window.getService(ScannedFolders.class).recent();
		String name = event.getParameter(PATH);
		Optional<Path> path = name == null ? recent.list().stream().findFirst() : Optional.of(Path.of(name));
		path.ifPresent(each -> open(each, window, recent));
		return null;
	}

	/** Looks for it in a job: it may lie on a slow disk. */
	private void open(Path path, IWorkbenchWindow window, RecentFolders recent) {
		Display display = window.getWorkbench().getDisplay();
		Job.createSystem(NLS.bind(Messages.OpenRecentHandler_job, path), (ICoreRunnable) monitor -> {
			boolean there = Files.exists(path);
			if (!display.isDisposed()) {
				display.asyncExec(() -> open(path, there, window, recent));
			}
		}).schedule();
	}

	private void open(Path path, boolean there, IWorkbenchWindow window, RecentFolders recent) {
		if (window.getShell() == null || window.getShell().isDisposed()) {
			return; // closed meanwhile
		}
		if (!there) {
			if (isToBeForgotten(path, window)) {
				recent.remove(path);
			}
			return;
		}
		try {
			FolderCommands.open(List.of(path), window);
		} catch (ExecutionException e) {
			ILog.of(getClass()).error(e.getMessage(), e);
		}
	}

	/** Says that a path is not there any more. {@return whether it is to leave the list} */
	boolean isToBeForgotten(Path path, IWorkbenchWindow window) {
		return MessageDialog.openQuestion(window.getShell(), Messages.OpenRecentHandler_title,
				NLS.bind(Messages.OpenRecentHandler_missing, path));
	}
}
