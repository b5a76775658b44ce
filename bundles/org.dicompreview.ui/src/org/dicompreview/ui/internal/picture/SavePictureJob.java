package org.dicompreview.ui.internal.picture;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

import org.dicompreview.rendering.PictureFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.ImageData;

/** Writes a picture as a file: whole or not at all. */
final class SavePictureJob extends Job {

	/** The family of these jobs. */
	static final Object FAMILY = SavePictureJob.class;

	private final PictureSnapshot picture;
	private final PictureFile.Format format;
	private final Path file;
	private final boolean replace;

	/** @param replace whether a person has allowed that a file is replaced */
	SavePictureJob(PictureSnapshot picture, PictureFile.Format format, Path file, boolean replace) {
		super(NLS.bind(Messages.SavePictureJob_name, file.getFileName()));
		this.picture = picture;
		this.format = format;
		this.file = file;
		this.replace = replace;
		setUser(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			ImageData data = picture.get();
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			if (replace) {
				PictureFile.write(data, format, file);
			} else {
				PictureFile.writeNew(data, format, file);
			}
			return Status.OK_STATUS;
		} catch (FileAlreadyExistsException e) {
			return Status.error(NLS.bind(Messages.SavePictureJob_exists, file), e);
		} catch (IOException e) {
			return Status.error(NLS.bind(Messages.SavePictureJob_failed, file, e.getMessage()), e);
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}
}
