package org.dicompreview.dicom.internal;

import java.util.List;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.spi.DicomReader;

/** Makes {@link RankedReaders} of a fixed set. */
public final class ReaderJoiner implements DicomReader.Joiner {

	@Override
	public DicomReaders join(List<DicomReader> readers) {
		return RankedReaders.of(readers);
	}
}
