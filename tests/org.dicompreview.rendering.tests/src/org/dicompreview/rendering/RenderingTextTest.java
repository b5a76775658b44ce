package org.dicompreview.rendering;

import java.util.List;

import org.dicompreview.dicom.TextKey;
import org.dicompreview.testsupport.TextKeyContract;

/** What holds of all enums of texts holds here. */
class RenderingTextTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(RenderingText.class);
	}
}
