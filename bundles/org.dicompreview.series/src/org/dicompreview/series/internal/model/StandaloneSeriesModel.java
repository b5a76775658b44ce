package org.dicompreview.series.internal.model;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.SeriesModel;

/** Makes models where there is no OSGi. */
public final class StandaloneSeriesModel implements SeriesModel.Factory {

	@Override
	public SeriesModel create(DicomReaders readers) {
		return DefaultSeriesModel.standalone(readers, DefaultSeriesModel.THREADS);
	}
}
