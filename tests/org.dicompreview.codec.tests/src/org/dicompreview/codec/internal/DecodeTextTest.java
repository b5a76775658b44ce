package org.dicompreview.codec.internal;

import java.util.List;

import org.dicompreview.codec.internal.j2k.Jpeg2000Text;
import org.dicompreview.codec.internal.jpeg.JpegText;
import org.dicompreview.codec.internal.jpegls.JpegLsText;
import org.dicompreview.codec.internal.jxl.JxlText;
import org.dicompreview.codec.internal.rle.RleText;
import org.dicompreview.codec.internal.stream.SegmentText;
import org.dicompreview.codec.internal.uncompressed.NativeText;
import org.dicompreview.dicom.TextKey;
import org.dicompreview.testsupport.TextKeyContract;

/** What holds of all enums of texts holds here. */
class DecodeTextTest extends TextKeyContract {

	@Override
	protected List<Class<? extends TextKey>> enums() {
		return List.of(DecodeText.class, JxlText.class, JpegText.class, JpegLsText.class,
				Jpeg2000Text.class, RleText.class, NativeText.class, SegmentText.class);
	}
}
