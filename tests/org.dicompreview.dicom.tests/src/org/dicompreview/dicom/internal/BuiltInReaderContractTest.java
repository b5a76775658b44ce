package org.dicompreview.dicom.internal;

import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomReaderContract;

class BuiltInReaderContractTest extends DicomReaderContract {

	private final DicomReader reader = new BuiltInReader();

	@Override
	protected DicomReader reader() {
		return reader;
	}
}
