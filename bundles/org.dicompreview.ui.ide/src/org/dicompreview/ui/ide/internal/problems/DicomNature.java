package org.dicompreview.ui.ide.internal.problems;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** Of a project whose DICOM files are validated whenever they change. */
public final class DicomNature implements IProjectNature {

	/** Its id. */
	static final String ID = "org.dicompreview.ui.ide.nature"; //$NON-NLS-1$
	private static final String BUILDER = "org.dicompreview.ui.ide.builder"; //$NON-NLS-1$

	private IProject project;

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		ICommand builder = description.newCommand();
		builder.setBuilderName(BUILDER);
		description.setBuildSpec(Stream.concat(others(description), Stream.of(builder)).toArray(ICommand[]::new));
		project.setDescription(description, null);
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		description.setBuildSpec(others(description).toArray(ICommand[]::new));
		project.setDescription(description, null);
		project.deleteMarkers(ProblemMarkers.FILE, true, IResource.DEPTH_INFINITE);
	}

	private static Stream<ICommand> others(IProjectDescription description) {
		return Arrays.stream(description.getBuildSpec()).filter(command -> !BUILDER.equals(command.getBuilderName()));
	}

	@Override
	public IProject getProject() {
		return project;
	}

	@Override
	public void setProject(IProject project) {
		this.project = project;
	}
}
