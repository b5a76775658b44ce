package org.dicompreview.series;

import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;

/** Hears of a scan for somebody who asks for nothing but its outcome: what is broken goes to the log. */
final class ScanLog implements ScanListener {

	private static final System.Logger LOG = System.getLogger(SeriesModel.class.getName());

	@Override
	public void found(List<InstanceHeader> instances) {
		// the catalog has them
	}

	@Override
	public void broken(InstanceLocation location, Problem problem) {
		LOG.log(System.Logger.Level.WARNING, () -> location + ": " + Texts.words(problem)); //$NON-NLS-1$
	}

	@Override
	public void foreign(InstanceLocation location) {
		// no file of DICOM
	}

	@Override
	public void progress(int done, int known) {
		// the caller waits for the end
	}

	@Override
	public boolean cancelled() {
		return false;
	}
}
