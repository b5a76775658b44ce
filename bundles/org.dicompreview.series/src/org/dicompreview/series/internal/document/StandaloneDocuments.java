package org.dicompreview.series.internal.document;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.document.InstanceDocuments;

/** Makes what reads documents where there is no OSGi. */
public final class StandaloneDocuments implements InstanceDocuments.Factory {

	@Override
	public InstanceDocuments create(DicomReaders readers) {
		return new DocumentReader(readers);
	}
}
