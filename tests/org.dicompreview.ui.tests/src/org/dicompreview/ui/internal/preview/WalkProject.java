package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** A project with links to the folders of a walk and to files that no open folder holds, in the Project Explorer. */
final class WalkProject {

	private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer"; //$NON-NLS-1$

	private final IProject project;
	private final List<IResource> all = new ArrayList<>();

	private WalkProject(IProject project) {
		this.project = project;
	}

	/**
	 * Makes the project.
	 *
	 * @param elsewhere a folder to make, for copies of some files
	 * @param roots     the folders of the walk
	 */
	static WalkProject create(Path elsewhere, List<Path> roots) throws IOException, CoreException {
		Files.createDirectory(elsewhere);
		Path series = roots.get(1).resolve("perfusion"); //$NON-NLS-1$
		try (Stream<Path> files = Files.list(series)) {
			for (Path file : files.toList()) {
				Files.copy(file, elsewhere.resolve(file.getFileName()));
			}
		}
		Files.copy(roots.get(1).resolve("short.dcm"), elsewhere.resolve("short.dcm")); //$NON-NLS-1$ //$NON-NLS-2$
		Files.copy(roots.get(1).resolve("notes.txt"), elsewhere.resolve("notes.txt")); //$NON-NLS-1$ //$NON-NLS-2$
		Files.createDirectory(elsewhere.resolve("empty")); //$NON-NLS-1$
		WalkProject created = new WalkProject(ResourcesPlugin.getWorkspace().getRoot().getProject("walk")); //$NON-NLS-1$
		created.project.create(null);
		created.project.open(null);
		List<Path> links = new ArrayList<>(roots);
		links.add(elsewhere);
		for (int i = 0; i < links.size(); i++) {
			created.project.getFolder("linked" + i).createLink(links.get(i).toUri(), IResource.NONE, null); //$NON-NLS-1$
		}
		created.project.accept(resource -> created.all.add(resource));
		return created;
	}

	/** {@return resources to select: one, or now and then some} */
	List<IResource> choose(Random random) {
		int wanted = random.nextInt(5) == 0 ? 2 + random.nextInt(3) : 1;
		return random.ints(wanted, 0, all.size()).distinct().mapToObj(all::get).toList();
	}

	/** Selects resources in the Project Explorer of a page. */
	void select(IWorkbenchPage page, List<IResource> chosen) throws PartInitException {
		IViewPart explorer = page.showView(PROJECT_EXPLORER);
		explorer.getSite().getSelectionProvider().setSelection(new StructuredSelection(chosen));
	}

	/** Removes the project; what it links to stays. */
	void delete() throws CoreException {
		project.delete(false, true, null);
	}
}
