package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Notices, off the UI thread, that files of a series that a person shows have changed since they were read, and has their
 * folders looked at again.
 */
final class ChangedFiles extends Job {

	private final ScannedFolders folders;
	private volatile Series series;

	ChangedFiles(ScannedFolders folders) {
		super(Messages.ChangedFiles_name);
		this.folders = folders;
		setSystem(true);
		setPriority(Job.DECORATE);
	}

	/** Looks at the files of a series, in place of any before. */
	void check(Series shown) {
		series = shown;
		schedule();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Series mine = series;
		if (mine != null) {
			check(mine, monitor);
			if (mine == series) {
				series = null; // its folder may be closed
			}
		}
		return Status.OK_STATUS;
	}

	private void check(Series mine, IProgressMonitor monitor) {
		List<Path> unchecked = new ArrayList<>(folders.roots());
		for (InstanceHeader header : mine.instances()) {
			if (monitor.isCanceled() || mine != series || unchecked.isEmpty()) {
				break;
			}
			Path file = FileLocation.path(header.location()).orElse(null);
			if (file != null && !header.location().isInArchive() && unchecked.stream().anyMatch(file::startsWith)
					&& hasChanged(header, file)) {
				unchecked.stream().filter(file::startsWith).forEach(folders::update);
				unchecked.removeIf(file::startsWith);
			}
		}
	}

	private static boolean hasChanged(InstanceHeader header, Path file) {
		try {
			return !FileLocation.of(file).isSameVersion(header.location());
		} catch (IOException e) {
			return true; // gone or not to be read: a scan says which
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
