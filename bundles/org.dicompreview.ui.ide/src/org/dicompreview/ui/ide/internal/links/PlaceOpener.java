package org.dicompreview.ui.ide.internal.links;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.ui.DicomLink;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Shows in the Preview what a text leads to. UI thread only. */
final class PlaceOpener {

	private static final String COMMAND = "org.dicompreview.ui.openLink"; //$NON-NLS-1$
	private static final String LINK = COMMAND + ".link"; //$NON-NLS-1$

	private PlaceOpener() {
	}

	/** Opens a link to a slice, and says what is wrong with it. */
	static void openLink(String link) {
		IWorkbenchWindow window = window();
		if (window == null) {
			return; // the workbench ends
		}
		try {
			window.getService(IHandlerService.class).executeCommand(ParameterizedCommand
					.generateCommand(window.getService(ICommandService.class).getCommand(COMMAND), Map.of(LINK, link)), null);
		} catch (ExecutionException e) {
			MessageDialog.openInformation(window.getShell(), Messages.PlaceOpener_title, e.getMessage());
		} catch (CommandException e) {
			ILog.of(PlaceOpener.class).error(e.getMessage(), e);
		}
	}

	private static IWorkbenchWindow window() {
		IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return active != null ? active : Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows()).findFirst().orElse(null);
	}

	/**
	 * Shows a file, with those of its series beside it.
	 *
	 * @param text  its path
	 * @param bases folders that it may be relative to
	 */
	static void openPath(String text, List<Path> bases) {
		IWorkbenchWindow window = window();
		if (window == null) {
			return; // the workbench ends
		}
		Display display = window.getShell().getDisplay();
		Job.createSystem(Messages.PlaceOpener_job, (ICoreRunnable) monitor -> {
			Optional<Path> file = candidates(text, bases).filter(Files::exists).findFirst();
			if (!display.isDisposed()) {
				display.asyncExec(() -> show(file, text, window));
			}
		}).schedule();
	}

	private static Stream<Path> candidates(String text, List<Path> bases) {
		try {
			Path path = Path.of(text);
			return path.isAbsolute() ? Stream.of(path) : bases.stream().map(base -> base.resolve(path).normalize());
		} catch (InvalidPathException e) {
			return Stream.empty(); // said as that which is not there
		}
	}

	private static void show(Optional<Path> file, String text, IWorkbenchWindow window) {
		if (window.getShell() == null || window.getShell().isDisposed()) {
			return; // closed meanwhile
		}
		if (file.isEmpty()) {
			MessageDialog.openInformation(window.getShell(), Messages.PlaceOpener_title, NLS.bind(Messages.PlaceOpener_missing, text));
			return;
		}
		try {
			IViewPart view = window.getActivePage().showView(DicomPreview.PREVIEW);
			if (view instanceof IShowInTarget preview) {
				preview.show(new ShowInContext(file.get(), new StructuredSelection(file.get())));
			}
		} catch (PartInitException e) {
			ILog.of(PlaceOpener.class).log(e.getStatus());
		}
	}

	/** {@return the link to what has a UID: a study, series or instance of the open folders; absent if nothing has it} */
	static Optional<String> link(String uid) {
		return folders().flatMap(folders -> folders.catalog().series().stream().flatMap(series -> link(series, uid).stream()).findFirst())
				.map(DicomLink::toString);
	}

	private static Optional<DicomLink> link(Series series, String uid) {
		if (series.uid().isEmpty()) {
			return Optional.empty();
		}
		if (series.uid().equals(uid) || series.study().uid().equals(uid)) {
			return Optional.of(new DicomLink(series.uid(), "", 0, "")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return series.instances().stream().map(InstanceHeader::sopInstanceUid).filter(uid::equals).findFirst()
				.map(instance -> new DicomLink(series.uid(), instance, 0, "")); //$NON-NLS-1$
	}

	/** {@return the open folders, if a view has brought them to life} */
	private static Optional<OpenFolders> folders() {
		BundleContext context = FrameworkUtil.getBundle(PlatformUI.class).getBundleContext();
		ServiceReference<OpenFolders> reference = context.getServiceReference(OpenFolders.class);
		return reference == null || reference.getUsingBundles() == null ? Optional.empty()
				: Optional.ofNullable(PlatformUI.getWorkbench().getService(OpenFolders.class));
	}
}
