package org.dicompreview.ui.internal.links;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.ui.DicomLink;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.Previews;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shows the slice that a link names: at once if an open folder has it; else it asks whether the path may be opened, and shows
 * the slice as soon as the scan has found it. The newest link wins. UI thread only.
 */
@Component(service = LinkOpener.class)
public final class LinkOpener {

	private final OpenFolders folders;
	private final Previews previews;
	private boolean asking;
	/** The newest link, while its slice is looked for. */
	private Awaited awaited;

	/** Called by DS. */
	@Activate
	public LinkOpener(@Reference OpenFolders folders, @Reference Previews previews) {
		this.folders = folders;
		this.previews = previews;
	}

	/**
	 * Shows what a link names.
	 *
	 * @param link from wherever
	 * @param page where it is shown
	 */
	public void open(DicomLink link, IWorkbenchPage page) {
		giveUp();
		Optional<Series> known = series(link);
		if (known.isPresent()) {
			show(known.get(), link, page);
			return;
		}
		Shell shell = page.getWorkbenchWindow().getShell();
		if (link.path().isEmpty()) {
			MessageDialog.openInformation(shell, Messages.LinkOpener_title, NLS.bind(Messages.LinkOpener_notOpen, link.seriesUid()));
			return;
		}
		Path path = Path.of(link.path()).normalize();
		Optional<OpenFolder> open = folders.folders().stream().filter(folder -> holds(folder, path)).findFirst();
		if (open.isPresent()) {
			await(link, open.get(), page);
		} else if (!asking && isAllowed(path, shell)) { // many links at once ask once
			await(link, folders.openTemporarily(path), page);
		}
	}

	private static boolean holds(OpenFolder folder, Path path) {
		return FileLocation.path(folder.root()).filter(path::startsWith).isPresent();
	}

	private boolean isAllowed(Path path, Shell shell) {
		asking = true;
		try {
			MessageDialog dialog = new MessageDialog(shell, Messages.LinkOpener_title, null,
					NLS.bind(Messages.LinkOpener_ask, path), MessageDialog.QUESTION, 1, Messages.LinkOpener_open,
					IDialogConstants.CANCEL_LABEL);
			return dialog.open() == 0;
		} finally {
			asking = false;
		}
	}

	/** {@return the series of a link, once it holds what the link names} */
	private Optional<Series> series(DicomLink link) {
		if (link.seriesUid().isEmpty()) {
			return Optional.empty();
		}
		return folders.catalog().series(link.seriesUid(), link.sopInstanceUid())
				.filter(series -> link.sopInstanceUid().isEmpty() || instance(series, link).isPresent());
	}

	private static Optional<InstanceHeader> instance(Series series, DicomLink link) {
		return series.instances().stream().filter(header -> header.sopInstanceUid().equals(link.sopInstanceUid())).findFirst();
	}

	private void show(Series series, DicomLink link, IWorkbenchPage page) {
		try {
			Viewport viewport = previews.open(page).active();
			Optional<InstanceHeader> instance = instance(series, link);
			if (instance.isEmpty()) {
				viewport.show(series);
			} else if (link.frame() > 0 && instance.get().frameCount() > 0) {
				viewport.show(series, SlicePlace.of(series, instance.get(), link.frame() - 1));
			} else {
				viewport.show(series, instance.get());
			}
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}

	private void await(DicomLink link, OpenFolder folder, IWorkbenchPage page) {
		awaited = new Awaited(link, folder, page);
		awaited.begin();
	}

	private void giveUp() {
		if (awaited != null) {
			folders.removeListener(awaited);
			awaited = null;
		}
	}

	/** A link whose slice a scan is to find. */
	private final class Awaited implements Runnable {

		private final DicomLink link;
		private final OpenFolder folder;
		private final IWorkbenchPage page;
		private final Display display;

		Awaited(DicomLink link, OpenFolder folder, IWorkbenchPage page) {
			this.link = link;
			this.folder = folder;
			this.page = page;
			display = page.getWorkbenchWindow().getShell().getDisplay();
		}

		void begin() {
			if (!link.seriesUid().isEmpty()) {
				folders.addListener(this);
			}
			folder.scanned().thenAccept(end -> inUi(() -> ended(end)));
		}

		/** On any thread, often. */
		@Override
		public void run() {
			inUi(this::look);
		}

		private void inUi(Runnable then) {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					Shell shell = page.getWorkbenchWindow().getShell();
					if (awaited == this && shell != null && !shell.isDisposed()) {
						then.run();
					}
				});
			}
		}

		private void look() {
			series(link).ifPresent(series -> {
				giveUp();
				show(series, link, page);
			});
		}

		private void ended(FolderState end) {
			look();
			if (awaited != this) {
				return;
			}
			giveUp();
			List<Series> all = folder.series();
			if (link.seriesUid().isEmpty() && !all.isEmpty()) {
				show(all.stream().filter(series -> series.imageCount() > 0).findFirst().orElse(all.get(0)), link, page);
			} else if (!isGivenUp(end)) {
				String text = end.phase() == FolderState.Phase.MISSING || end.phase() == FolderState.Phase.FAILED
						? Messages.LinkOpener_missing : Messages.LinkOpener_notFound;
				MessageDialog.openInformation(page.getWorkbenchWindow().getShell(), Messages.LinkOpener_title,
						NLS.bind(text, link.path()));
			}
		}

		/** A person may have stopped the scan, or closed the folder, also since the scan has ended. */
		private boolean isGivenUp(FolderState end) {
			return end.phase() == FolderState.Phase.CANCELLED || folder.state().phase() == FolderState.Phase.CLOSED;
		}
	}
}
