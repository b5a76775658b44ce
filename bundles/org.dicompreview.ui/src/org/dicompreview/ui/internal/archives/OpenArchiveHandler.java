package org.dicompreview.ui.internal.archives;

import java.util.Optional;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.spi.ArchiveProvider;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Asks for an archive and what to search in it, and opens what is found. Enabled where something reaches archives. */
public final class OpenArchiveHandler extends AbstractHandler {

	@Override
	public boolean isEnabled() {
		return context().getServiceReference(ArchiveProvider.class) != null; // which starts nothing
	}

	private static BundleContext context() {
		return FrameworkUtil.getBundle(OpenArchiveHandler.class).getBundleContext();
	}

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		ArchiveProvider provider = window.getService(ArchiveProvider.class);
		if (provider == null) {
			return null;
		}
		Archives archives = window.getService(Archives.class);
		ArchiveDialog dialog = new ArchiveDialog(window.getShell(), archives.known(), provider);
		if (dialog.open() != Window.OK) {
			return null;
		}
		try {
			window.getActivePage().showView(DicomPreview.SERIES_EXPLORER);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		Optional<ArchiveSearch> search = dialog.search();
		search.ifPresent(wanted -> open(wanted, provider, archives, window.getService(OpenFolders.class)));
		return null;
	}

	/** The secure storage may ask for a password: not on the UI thread. */
	private static void open(ArchiveSearch search, ArchiveProvider provider, Archives archives, OpenFolders folders) {
		Job.create(Messages.OpenArchiveHandler_job, (ICoreRunnable) monitor -> {
			archives.remember(search.archive(), search.credentials());
			InstanceLocation root = provider.search(search.address(), search.criteria());
			folders.open(root);
		}).schedule();
	}
}
