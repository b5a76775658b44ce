package org.dicompreview.dicomweb.internal;

import java.util.List;

import org.dicompreview.dicom.TextKey;
import org.dicompreview.testsupport.TextKeyContract;

/** The texts of this bundle. */
final class DicomWebTextTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(DicomWebText.class);
	}
}
