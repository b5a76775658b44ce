package org.dicompreview.dcm4che.internal;

import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomReaderContract;

class Dcm4cheReaderContractTest extends DicomReaderContract {

	private final DicomReader reader = new Dcm4cheReader();

	@Override
	protected DicomReader reader() {
		return reader;
	}
}
