package org.dicompreview.app.internal;

import java.nio.file.Path;
import java.util.List;

import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Configures the stand-alone workbench. */
final class PreviewWorkbenchAdvisor extends WorkbenchAdvisor {

	private static final int TICK_MS = 100;

	private final List<Path> folders;

	/** @param folders what the command line names */
	PreviewWorkbenchAdvisor(List<Path> folders) {
		this.folders = folders;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
	}

	/** Before the first window, which else says at first that nothing is open. */
	@Override
	public void preStartup() {
		folders.forEach(PlatformUI.getWorkbench().getService(OpenFolders.class)::open);
	}

	/**
	 * The workbench restores its windows on another thread, which at the end sets a flag and some milliseconds later wakes
	 * this one. On a busy machine this one may have looked at the flag before and only then fall asleep, for ever: so it
	 * never sleeps for long.
	 */
	@Override
	public boolean openWindows() {
		Display display = Display.getCurrent();
		Runnable tick = new Runnable() {
			@Override
			public void run() {
				display.timerExec(TICK_MS, this);
			}
		};
		tick.run();
		try {
			return super.openWindows();
		} finally {
			display.timerExec(-1, tick);
		}
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new PreviewWindowAdvisor(configurer);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return DicomPreview.PERSPECTIVE;
	}
}
