package org.dicompreview.video.internal;

import java.util.List;

import org.dicompreview.dicom.TextKey;
import org.dicompreview.testsupport.TextKeyContract;
import org.dicompreview.video.internal.stream.StreamText;

/** What holds of all enums of texts holds here. */
class VideoTextTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(VideoText.class, StreamText.class);
	}
}
