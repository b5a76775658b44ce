package org.dicompreview.opencv.internal;

import org.dicompreview.codec.spi.FrameDecoder;
import org.osgi.service.component.annotations.Component;

/** JPEG-LS as a service. */
@Component(service = FrameDecoder.class, property = OpenCvDecoder.RANKING)
public final class JpegLsDecoder extends OpenCvDecoder {

	/** Made by OSGi. */
	public JpegLsDecoder() {
		super(Family.JPEG_LS);
	}
}
