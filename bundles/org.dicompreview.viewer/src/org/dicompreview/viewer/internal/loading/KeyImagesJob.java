package org.dicompreview.viewer.internal.loading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Series;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.series.document.OutlineEntry;
import org.dicompreview.viewer.KeyImages;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Finds, off the UI thread, the images of a study that key object selections name. The newest request wins. */
public final class KeyImagesJob extends Job {

	private static final String KEY_OBJECT_SELECTION = "1.2.840.10008.5.1.4.1.1.88.59"; //$NON-NLS-1$
	private static final System.Logger LOG = System.getLogger(KeyImagesJob.class.getName());

	private final InstanceDocuments documents;
	private final BiConsumer<Series, KeyImages> receiver;
	private volatile Series wanted;
	/** Used by this job alone, one run after another; those that cannot be read are not read again. */
	private Map<InstanceHeader, List<KeyImages.Mark>> known = new HashMap<>();

	/**
	 * @param documents read the selections
	 * @param receiver  gets the series and what was found, on the thread of this job
	 */
	public KeyImagesJob(InstanceDocuments documents, BiConsumer<Series, KeyImages> receiver) {
		super(Messages.KeyImagesJob_name);
		this.documents = documents;
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.SHORT);
	}

	/** Looks for the selections in the study of a series, in place of any before. */
	public void find(Series series) {
		wanted = series;
		schedule();
	}

	/** Looks for nothing, and keeps nothing. */
	public void release() {
		wanted = null;
		cancel();
		schedule(); // which forgets what was read
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Series mine = wanted;
		Map<InstanceHeader, List<KeyImages.Mark>> read = new HashMap<>();
		if (mine == null) {
			known = read;
			return Status.OK_STATUS;
		}
		List<KeyImages.Mark> marks = new ArrayList<>();
		for (Series series : mine.study().series()) {
			for (InstanceHeader header : series.documents()) {
				if (monitor.isCanceled() || mine != wanted) {
					return Status.CANCEL_STATUS;
				}
				if (KEY_OBJECT_SELECTION.equals(header.sopClassUid())) {
					List<KeyImages.Mark> found = known.containsKey(header) ? known.get(header) : read(header);
					read.put(header, found);
					marks.addAll(found);
				}
			}
		}
		known = read;
		receiver.accept(mine, new KeyImages(marks));
		return Status.OK_STATUS;
	}

	private List<KeyImages.Mark> read(InstanceHeader header) {
		List<KeyImages.Mark> marks = new ArrayList<>();
		try {
			for (OutlineEntry entry : documents.read(header).outline()) {
				add(Texts.words(entry.name()), entry, marks);
			}
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, header.location().toString(), e);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, header.location().toString(), e);
		}
		return List.copyOf(marks);
	}

	private static void add(String title, OutlineEntry entry, List<KeyImages.Mark> marks) {
		entry.reference().ifPresent(reference -> marks.add(new KeyImages.Mark(title, reference)));
		entry.entries().forEach(below -> add(title, below, marks));
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
