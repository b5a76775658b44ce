package org.dicompreview.ui.ide.internal.problems;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * Validates the DICOM files of a project as they change. A change reads the file that has changed and diagnoses its series; only
 * the first one after a start of the workbench reads the headers of the others too.
 */
public final class DicomBuilder extends IncrementalProjectBuilder {

	private static final int CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;

	private ResourceValidation validation;

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
		try {
			if (delta == null) {
				buildAll(monitor);
			} else {
				buildChanges(delta, monitor);
			}
		} catch (OperationCanceledException e) {
			validation = null; // what is known is not all
			forgetLastBuiltState();
			throw e;
		}
		return new IProject[0];
	}

	private void buildAll(IProgressMonitor monitor) throws CoreException {
		getProject().deleteMarkers(ProblemMarkers.FILE, true, IResource.DEPTH_INFINITE);
		validation = new ResourceValidation(getProject());
		validation.validate(files(getProject()), monitor);
		validation.finish();
	}

	private void buildChanges(IResourceDelta delta, IProgressMonitor monitor) throws CoreException {
		Set<IFile> changed = new HashSet<>();
		Set<IFile> removed = new HashSet<>();
		delta.accept(each -> {
			if (each.getResource() instanceof IFile file) {
				if (each.getKind() == IResourceDelta.REMOVED) {
					removed.add(file);
				} else if (each.getKind() == IResourceDelta.ADDED || (each.getFlags() & CONTENT) != 0) {
					changed.add(file);
				}
			}
			return true;
		});
		if (changed.isEmpty() && removed.isEmpty()) {
			return;
		}
		SubMonitor progress = SubMonitor.convert(monitor, 2);
		if (validation == null) {
			validation = new ResourceValidation(getProject());
			List<IFile> others = files(getProject());
			others.removeAll(changed);
			validation.note(others, progress.split(1));
		}
		progress.setWorkRemaining(1);
		removed.forEach(validation::forget);
		validation.validate(changed, progress.split(1));
		validation.finish();
	}

	/** {@return all files of a project or folder that are not hidden} */
	static List<IFile> files(IResource within) throws CoreException {
		List<IFile> files = new ArrayList<>();
		within.accept(proxy -> {
			if (proxy.getType() == IResource.FILE) {
				files.add((IFile) proxy.requestResource());
			}
			return true;
		}, IResource.NONE);
		return files;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		validation = null;
		getProject().deleteMarkers(ProblemMarkers.FILE, true, IResource.DEPTH_INFINITE);
	}

	@Override
	public ISchedulingRule getRule(int kind, Map<String, String> arguments) {
		return getProject();
	}
}
