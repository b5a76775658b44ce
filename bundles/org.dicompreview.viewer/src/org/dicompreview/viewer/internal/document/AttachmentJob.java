package org.dicompreview.viewer.internal.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TemporaryFiles;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.document.Attachment;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Writes the document that an instance carries to a file that only its user may read, and that ends with the program. */
final class AttachmentJob extends Job {

	private final InstanceDocuments documents;
	private final InstanceHeader header;
	private final Attachment attachment;
	private Path file;

	AttachmentJob(InstanceDocuments documents, InstanceHeader header, Attachment attachment) {
		super(NLS.bind(Messages.AttachmentJob_name, header.location().name()));
		this.documents = documents;
		this.header = header;
		this.attachment = attachment;
		setUser(false);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			byte[] bytes = documents.readAttachment(header);
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			Path written = TemporaryFiles.create(header.location().name() + attachment.suffix());
			Files.write(written, bytes);
			file = written;
			return Status.OK_STATUS;
		} catch (IOException e) {
			return Status.error(Texts.words(Problem.of(e)), e);
		}
	}

	/** {@return the file; {@code null} if it could not be written} */
	Path file() {
		return file;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
