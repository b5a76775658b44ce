package org.dicompreview.codec;

import java.util.List;

import org.dicompreview.codec.internal.RankedDecoders;
import org.dicompreview.codec.internal.j2k.HighThroughputDecoder;
import org.dicompreview.codec.internal.j2k.Jpeg2000Decoder;
import org.dicompreview.codec.internal.jpeg.JpegDecoder;
import org.dicompreview.codec.internal.jpegls.JpegLsDecoder;
import org.dicompreview.codec.internal.jxl.JxlDecoder;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.DeflatedFrameDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;

/** All decoders of this bundle, as the component runtime would provide them. */
public final class Decoders {

	private Decoders() {
	}

	/** {@return the decoders} */
	public static RankedDecoders all() {
		return RankedDecoders.of(List.of(new NativeDecoder(), new DeflatedFrameDecoder(), new RleDecoder(),
				new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(), new HighThroughputDecoder(),
				new JxlDecoder()));
	}
}
