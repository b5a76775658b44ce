package org.dicompreview.start.empty;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.WorkbenchAdvisor;

/** A workbench with one view that is nothing but a canvas: the least that a start on this platform takes. */
public final class EmptyApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		Display display = PlatformUI.createDisplay();
		PlatformUI.createAndRunWorkbench(display, new WorkbenchAdvisor() {
			@Override
			public String getInitialWindowPerspectiveId() {
				return "org.dicompreview.start.empty.perspective"; //$NON-NLS-1$
			}
		});
		display.dispose();
		return EXIT_OK;
	}

	@Override
	public void stop() {
		PlatformUI.getWorkbench().getDisplay().syncExec(PlatformUI.getWorkbench()::close);
	}
}
