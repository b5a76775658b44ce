package org.dicompreview.ui.ide.internal;

import java.nio.file.Path;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** A project of the workspace of the tests, which is deleted in the end. */
public final class TestProject implements AutoCloseable {

	private final IProject project;

	/** Makes it and opens it. */
	public TestProject(String name) throws CoreException {
		project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		project.create(null);
		project.open(null);
	}

	/** {@return the project} */
	public IProject project() {
		return project;
	}

	/** {@return a folder of the project that stands for one elsewhere on disk} */
	public IFolder link(String name, Path target) throws CoreException {
		IFolder folder = project.getFolder(name);
		folder.createLink(target.toUri(), IResource.NONE, null);
		return folder;
	}

	@Override
	public void close() throws CoreException {
		project.delete(true, true, null);
	}
}
