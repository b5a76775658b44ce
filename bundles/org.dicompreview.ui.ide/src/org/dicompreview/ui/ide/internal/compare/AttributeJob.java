package org.dicompreview.ui.ide.internal.compare;

import java.io.IOException;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.dicom.compare.AttributeComparison;
import org.dicompreview.dicom.compare.AttributeDifference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Reads two instances and compares their attributes. */
final class AttributeJob extends Job {

	/** Gives the place of one side; may read it. */
	interface Side {

		/** {@return where it lies} */
		InstanceLocation location() throws IOException;
	}

	/**
	 * What came of it.
	 *
	 * @param differences what differs
	 * @param hasImages   whether a side has pixels
	 * @param problem     why there are no differences to tell; empty text if all is well
	 */
	record Result(List<AttributeDifference> differences, boolean hasImages, String problem) {
	}

	private static final int[] PIXELS = { Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA };

	private final DicomReaders readers;
	private final Side left;
	private final Side right;
	private Pair pair;
	private Result result;

	AttributeJob(DicomReaders readers, Side left, Side right) {
		super(Messages.AttributeJob_name);
		this.readers = readers;
		this.left = left;
		this.right = right;
		setPriority(SHORT);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			InstanceLocation one = left.location();
			InstanceLocation other = right.location();
			pair = new Pair(one, other);
			DataSet ofLeft = readers.readDataSet(one, readers.limits());
			DataSet ofRight = readers.readDataSet(other, readers.limits());
			result = new Result(AttributeComparison.of(ofLeft, ofRight, IgnoredAttributes.all(),
					AttributeComparison.reading(readers, one, other)), hasImages(ofLeft) || hasImages(ofRight), ""); //$NON-NLS-1$
		} catch (IOException e) {
			result = new Result(List.of(), false, NLS.bind(Messages.AttributeJob_failed, Texts.words(Problem.of(e))));
		}
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	private static boolean hasImages(DataSet data) {
		for (int tag : PIXELS) {
			if (data.contains(tag)) {
				return true;
			}
		}
		return false;
	}

	/** {@return the instances; {@code null} if they could not be found; after the job has ended well} */
	Pair pair() {
		return pair;
	}

	/** {@return what came of it; after the job has ended well} */
	Result result() {
		return result;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == AttributeViewer.JOB_FAMILY;
	}
}
