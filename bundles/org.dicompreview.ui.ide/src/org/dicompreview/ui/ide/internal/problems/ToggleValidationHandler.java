package org.dicompreview.ui.ide.internal.problems;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.handlers.HandlerUtil;

/** Has the selected projects validated whenever they change, or no longer. */
public final class ToggleValidationHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		List<IProject> projects = Stream.of(HandlerUtil.getCurrentStructuredSelection(event).toArray())
				.map(element -> Adapters.adapt(element, IProject.class)).filter(Objects::nonNull).toList();
		WorkspaceJob job = new WorkspaceJob(Messages.ToggleValidationHandler_job) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				SubMonitor progress = SubMonitor.convert(monitor, projects.size());
				for (IProject project : projects) {
					toggle(project, progress.split(1));
				}
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == ValidateHandler.JOB_FAMILY;
			}
		};
		job.setRule(ResourcesPlugin.getWorkspace().getRoot());
		job.setUser(true);
		job.schedule();
		return null;
	}

	/** Where nothing is built automatically, the first validation is asked for here. */
	private static void toggle(IProject project, SubMonitor progress) throws CoreException {
		boolean add = !project.hasNature(DicomNature.ID);
		IProjectDescription description = project.getDescription();
		Stream<String> others = Arrays.stream(description.getNatureIds()).filter(id -> !DicomNature.ID.equals(id));
		description.setNatureIds((add ? Stream.concat(others, Stream.of(DicomNature.ID)) : others).toArray(String[]::new));
		progress.setWorkRemaining(2);
		project.setDescription(description, progress.split(1));
		if (add && !ResourcesPlugin.getWorkspace().isAutoBuilding()) {
			project.build(IncrementalProjectBuilder.FULL_BUILD, progress.split(1));
		}
	}
}
