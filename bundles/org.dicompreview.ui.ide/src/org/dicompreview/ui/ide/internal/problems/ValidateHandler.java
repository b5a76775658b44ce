package org.dicompreview.ui.ide.internal.problems;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.MultiRule;
import org.eclipse.ui.handlers.HandlerUtil;

/** Validates the DICOM files among the selected projects, folders and files now. */
public final class ValidateHandler extends AbstractHandler {

	/** The family of the job. */
	static final Object JOB_FAMILY = ValidateHandler.class;

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		List<IResource> selected = Stream.of(HandlerUtil.getCurrentStructuredSelection(event).toArray())
				.map(element -> Adapters.adapt(element, IResource.class)).filter(Objects::nonNull)
				.filter(resource -> resource.getProject() != null).toList();
		WorkspaceJob job = new WorkspaceJob(Messages.ValidateHandler_job) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				SubMonitor progress = SubMonitor.convert(monitor, selected.size());
				for (IResource each : selected) {
					validate(each, progress.split(1));
				}
				return Status.OK_STATUS;
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == JOB_FAMILY;
			}
		};
		job.setRule(MultiRule.combine(selected.stream().map(IResource::getProject).toArray(IResource[]::new)));
		job.setUser(true);
		job.schedule();
		return null;
	}

	/** A file is looked at as one of those beside it, which may be of its series. */
	private static void validate(IResource resource, SubMonitor progress) throws CoreException {
		progress.setWorkRemaining(2);
		Set<IFile> files = new LinkedHashSet<>(DicomBuilder.files(resource));
		ResourceValidation validation = new ResourceValidation(resource.getProject());
		if (resource instanceof IFile) {
			validation.note(Stream.of(resource.getParent().members()).filter(IFile.class::isInstance).map(IFile.class::cast)
					.filter(file -> !files.contains(file)).toList(), progress.split(1));
		}
		progress.setWorkRemaining(1);
		validation.validate(files, progress.split(1));
		validation.finish();
	}
}
