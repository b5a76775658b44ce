package org.dicompreview.app.internal;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart2;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Configures a window of the stand-alone workbench. */
final class PreviewWindowAdvisor extends WorkbenchWindowAdvisor {

	private static final int WIDTH = 1400;
	private static final int HEIGHT = 900;

	PreviewWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		super(configurer);
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
		return new PreviewActionBarAdvisor(configurer);
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer window = getWindowConfigurer();
		Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
		window.setInitialSize(new Point(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height)));
		window.setShowCoolBar(false);
		window.setShowStatusLine(true);
		window.setShowProgressIndicator(true);
		window.setShowPerspectiveBar(false);
	}

	/** The title of the window names the series on screen, as the Preview describes it. */
	@Override
	public void postWindowOpen() {
		IWorkbenchWindowConfigurer window = getWindowConfigurer();
		String name = window.getTitle();
		window.getWindow().getSelectionService().addSelectionListener(DicomPreview.PREVIEW, (part, selection) -> {
			String shown = part instanceof IWorkbenchPart2 preview ? preview.getContentDescription() : ""; //$NON-NLS-1$
			window.setTitle(shown.isEmpty() ? name : NLS.bind(Messages.PreviewWindowAdvisor_title, shown, name));
		});
	}
}
