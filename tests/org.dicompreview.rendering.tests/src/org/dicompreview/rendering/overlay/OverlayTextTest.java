package org.dicompreview.rendering.overlay;

import java.util.List;

import org.dicompreview.dicom.TextKey;
import org.dicompreview.testsupport.TextKeyContract;

/** What holds of all enums of texts holds here. */
class OverlayTextTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(OverlayText.class);
	}
}
