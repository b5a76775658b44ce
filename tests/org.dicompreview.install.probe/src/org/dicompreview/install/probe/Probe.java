package org.dicompreview.install.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Uses the workbench that it was put into as its system properties say, and writes down what became of it, one line a
 * finding, its fields separated by tabs: where the workspace is, which bundles of the project are active before any of its
 * views is open, what became of each view. Knows views and commands by their ids only. Then it closes the workbench.
 */
public final class Probe implements IStartup {

	private static final String PREFIX = "dicompreview.probe."; //$NON-NLS-1$
	private static final String OURS = "org.dicompreview."; //$NON-NLS-1$
	private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer"; //$NON-NLS-1$
	private static final String OPEN_RESOURCES = "org.dicompreview.ui.ide.openResources"; //$NON-NLS-1$
	private static final int PAUSE_MS = 100;

	private final IWorkbench workbench = PlatformUI.getWorkbench();
	private final List<String> lines = new ArrayList<>();

	@Override
	public void earlyStartup() {
		if (System.getProperty(PREFIX + "result") != null) { //$NON-NLS-1$
			workbench.getDisplay().asyncExec(this::probe);
		}
	}

	private void probe() {
		try {
			IWorkbenchPage page = workbench.getActiveWorkbenchWindow().getActivePage();
			lines.add("workspace\t" + ResourcesPlugin.getWorkspace().getRoot().getLocation().toOSString()); //$NON-NLS-1$
			if (!property("project").isEmpty()) { //$NON-NLS-1$
				select(page, project());
			}
			lines.add("active\t" + String.join(",", active())); //$NON-NLS-1$ //$NON-NLS-2$
			for (String id : property("views").split(",", -1)) { //$NON-NLS-1$ //$NON-NLS-2$
				if (!id.isEmpty()) {
					lines.add(show(page, id));
				}
			}
			if (!property("views").isEmpty()) { //$NON-NLS-1$
				select(page, project());
				workbench.getService(IHandlerService.class).executeCommand(OPEN_RESOURCES, null);
				lines.add("active after that\t" + String.join(",", active())); //$NON-NLS-1$ //$NON-NLS-2$
			}
		} catch (CoreException | CommandException e) {
			lines.add("failed\t" + e); //$NON-NLS-1$
		}
		try {
			Path file = Path.of(property("result")); //$NON-NLS-1$
			Path whole = file.resolveSibling(file.getFileName() + ".part"); //$NON-NLS-1$
			Files.write(whole, lines);
			Files.move(whole, file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		closeWhenTold();
	}

	private static String property(String name) {
		return System.getProperty(PREFIX + name, ""); //$NON-NLS-1$
	}

	/** A project of files that look like DICOM. */
	private static IProject project() throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("study"); //$NON-NLS-1$
		if (!project.exists()) {
			IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
			description.setLocation(IPath.fromOSString(property("project"))); //$NON-NLS-1$
			project.create(description, null);
		}
		project.open(null);
		return project;
	}

	/** Selects what the command is for, as a person would before it is called. */
	private static void select(IWorkbenchPage page, IProject project) throws PartInitException {
		IViewPart explorer = page.showView(PROJECT_EXPLORER);
		((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(project));
		Display display = page.getWorkbenchWindow().getShell().getDisplay();
		while (display.readAndDispatch()) {
			continue; // until the workbench has taken note of the selection
		}
	}

	private static List<String> active() {
		BundleContext context = FrameworkUtil.getBundle(Probe.class).getBundleContext();
		return Stream.of(context.getBundles()).filter(bundle -> bundle.getState() == Bundle.ACTIVE)
				.map(Bundle::getSymbolicName).filter(name -> name.startsWith(OURS))
				.filter(name -> !name.equals(context.getBundle().getSymbolicName())).sorted().toList();
	}

	private static String show(IWorkbenchPage page, String id) {
		try {
			IViewPart view = page.showView(id);
			return id + '\t' + view.getClass().getName() + '\t' + view.getTitle();
		} catch (PartInitException e) {
			return id + "\tfailed\t" + e.getMessage(); //$NON-NLS-1$
		}
	}

	/** Waits for a file that says so, if one was named. */
	private void closeWhenTold() {
		String until = property("until"); //$NON-NLS-1$
		if (until.isEmpty() || Files.exists(Path.of(until))) {
			workbench.close();
		} else {
			workbench.getDisplay().timerExec(PAUSE_MS, this::closeWhenTold);
		}
	}
}
