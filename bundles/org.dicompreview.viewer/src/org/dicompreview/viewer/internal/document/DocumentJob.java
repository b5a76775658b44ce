package org.dicompreview.viewer.internal.document;

import java.io.IOException;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.document.InstanceDocument;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Reads what an instance without pictures holds, off the UI thread. */
final class DocumentJob extends Job {

	private static final System.Logger LOG = System.getLogger(DocumentJob.class.getName());

	private final InstanceDocuments documents;
	private final InstanceHeader header;
	private InstanceDocument found;
	private Problem reason;

	DocumentJob(InstanceDocuments documents, InstanceHeader header) {
		super(NLS.bind(Messages.DocumentJob_name, header.location().name()));
		this.documents = documents;
		this.header = header;
		setSystem(true);
		setPriority(Job.SHORT);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			found = documents.read(header);
		} catch (IOException e) {
			reason = Problem.of(e);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, header.location().toString(), e);
			reason = Problem.of(e);
		}
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	/** {@return what was read; {@code null} if that failed} */
	InstanceDocument found() {
		return found;
	}

	/** {@return why nothing was read; {@code null} if something was} */
	Problem reason() {
		return reason;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
