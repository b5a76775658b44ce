package org.dicompreview.ui.internal.attributes;

import java.io.IOException;
import java.nio.file.Files;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Reads the elements of an instance, unless they are known, and searches them. */
final class ContentJob extends Job {

	private final DicomReaders reader;
	private final Target target;
	private final Content known;
	private final SearchText search;
	private Content content;

	/** @param known what is on screen, or {@code null} */
	ContentJob(DicomReaders reader, Target target, Content known, SearchText search) {
		super(NLS.bind(Messages.ContentJob_name, target.location()));
		this.reader = reader;
		this.target = target;
		this.known = known;
		this.search = search;
		setSystem(true);
		setPriority(Job.SHORT);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		if (target.anyFile() && FileLocation.path(target.location()).filter(Files::isDirectory).isPresent()) {
			return Status.CANCEL_STATUS;
		}
		try {
			boolean read = known == null || known.data() == null || !target.sameFile(known.target());
			DataSet data = read ? reader.readDataSet(target.location(), reader.limits()) : known.data();
			if (!monitor.isCanceled()) {
				AttributeTree tree = AttributeTree.of(data, target.frame());
				content = new Content(target, data, search, Matches.in(tree, search, monitor::isCanceled),
						data.problem().map(Texts::words).orElse("")); //$NON-NLS-1$
			}
		} catch (NotDicomException e) {
			if (target.anyFile()) {
				return Status.CANCEL_STATUS; // most files; selecting one changes nothing
			}
			content = new Content(target, null, search, Matches.all(AttributeTree.EMPTY), words(e));
		} catch (IOException e) {
			content = new Content(target, null, search, Matches.all(AttributeTree.EMPTY), words(e));
		}
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	/** The messages of the reader say what, at which tag and byte; those of the file system often nothing but the file. */
	private static String words(IOException problem) {
		return problem instanceof DicomException damage ? Texts.words(damage.problem())
				: NLS.bind(Messages.ContentJob_failed, problem.getClass().getSimpleName(), problem.getMessage());
	}

	/** {@return what was read and found; after the job has ended well} */
	Content content() {
		return content;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == AttributesView.JOB_FAMILY;
	}
}
