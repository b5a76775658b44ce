package org.dicompreview.series;

import java.util.List;

import org.dicompreview.dicom.TextKey;
import org.dicompreview.series.validation.ValidationText;
import org.dicompreview.testsupport.TextKeyContract;

/** What holds of all enums of texts holds here. */
class SeriesTextTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(SeriesText.class, ValidationText.class);
	}
}
