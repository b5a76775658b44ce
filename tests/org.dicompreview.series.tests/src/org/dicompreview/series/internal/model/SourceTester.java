package org.dicompreview.series.internal.model;

import java.util.Map;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.spi.Source;

/** Makes models with sources of tests. */
public final class SourceTester {

	private SourceTester() {
	}

	/** {@return a model with one more source} */
	public static DefaultSeriesModel with(DicomReaders readers, Source source) {
		DefaultSeriesModel model = DefaultSeriesModel.standalone(readers, 2);
		model.addSource(source, Map.of());
		return model;
	}
}
