package org.dicompreview.app.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** The stand-alone application: a workbench with the perspective of the views. */
public final class WorkbenchApplication implements IApplication {

	/** What about.mappings writes into the About box. */
	private static final String VERSION = "dicompreview.version"; //$NON-NLS-1$

	@Override
	public Object start(IApplicationContext context) {
		System.setProperty(VERSION, FrameworkUtil.getBundle(WorkbenchApplication.class).getVersion().toString());
		Display display = PlatformUI.createDisplay();
		try {
			int code = PlatformUI.createAndRunWorkbench(display, new PreviewWorkbenchAdvisor(folders(context)));
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
		}
	}

	/** Paths on the command line; options of the platform (and their values) were taken from it before. */
	private static List<Path> folders(IApplicationContext context) {
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		List<Path> folders = new ArrayList<>();
		for (String argument : arguments) {
			try {
				if (!argument.startsWith("-")) { //$NON-NLS-1$
					folders.add(Path.of(argument).toAbsolutePath().normalize());
				}
			} catch (InvalidPathException e) {
				ILog.of(WorkbenchApplication.class).warn(argument, e);
			}
		}
		return folders;
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			IWorkbench workbench = PlatformUI.getWorkbench();
			workbench.getDisplay().syncExec(workbench::close);
		}
	}
}
