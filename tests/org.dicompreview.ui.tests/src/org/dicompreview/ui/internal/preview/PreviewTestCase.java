package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a Preview on the images of one series, used as a person does. */
public abstract class PreviewTestCase {

	private static int studies = 900;

	@TempDir
	protected Path folder;
	protected final Display display = Display.getCurrent();
	protected final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	protected final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	protected PreviewView view;
	protected Viewport viewport;

	/** {@return the images to begin with} @param study of a patient of its own */
	protected List<DicomObject> images(Study study) {
		return Phantoms.ct(study, 1, 9, 3, 64);
	}

	@BeforeEach
	protected final void openPreview() throws Exception {
		List<DicomObject> images = images(Study.of("Preview^Test", "P-" + studies, studies++)); //$NON-NLS-1$ //$NON-NLS-2$
		SampleStudy.write(folder, images);
		folders.open(folder);
		until("the series", () -> series().size() == 1 && series().get(0).imageCount() == images.size()); //$NON-NLS-1$
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		viewport = view.grid().active();
		viewport.show(series().get(0));
		settled();
	}

	@AfterEach
	protected final void closePreview() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	protected final List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream()).toList();
	}

	/** {@return the viewport that is active now} */
	protected final Viewport active() {
		return view.grid().active();
	}

	protected final void settled() {
		until("a picture", viewport::isSettled); //$NON-NLS-1$
	}

	protected final void mouse(int type, int button, int x, int y) {
		Event event = new Event();
		event.button = button;
		event.x = x;
		event.y = y;
		event.count = 1;
		viewport.canvas().notifyListeners(type, event);
	}

	/** Drags from one point of the canvas to another. */
	protected final void drag(int button, Point from, Point to) {
		mouse(SWT.MouseDown, button, from.x, from.y);
		mouse(SWT.MouseMove, 0, to.x, to.y);
		mouse(SWT.MouseUp, button, to.x, to.y);
	}

	/** {@return a point of the canvas} @param x part of its width @param y part of its height */
	protected final Point at(double x, double y) {
		Point size = viewport.canvas().getSize();
		return new Point((int) (size.x * x), (int) (size.y * y));
	}

	/** {@return whether a listener used the key} */
	protected final boolean key(int code, int modifiers) {
		Event event = new Event();
		event.keyCode = code;
		event.stateMask = modifiers;
		event.doit = true;
		viewport.canvas().notifyListeners(SWT.KeyDown, event);
		return !event.doit;
	}

	/** Runs a command as a menu does. */
	protected final void execute(String command, Map<String, String> parameters) throws Exception {
		page.activate(view);
		ICommandService commands = view.getSite().getService(ICommandService.class);
		view.getSite().getService(IHandlerService.class)
				.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(command), parameters), null);
	}
}
