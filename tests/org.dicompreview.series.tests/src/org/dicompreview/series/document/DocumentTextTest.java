package org.dicompreview.series.document;

import java.util.List;

import org.dicompreview.dicom.TextKey;
import org.dicompreview.testsupport.TextKeyContract;

/** What holds of all enums of texts holds here. */
class DocumentTextTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(DocumentText.class);
	}
}
