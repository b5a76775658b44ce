package org.dicompreview.opencv.internal;

import org.dicompreview.codec.spi.FrameDecoder;
import org.osgi.service.component.annotations.Component;

/** JPEG XL as a service. */
@Component(service = FrameDecoder.class, property = OpenCvDecoder.RANKING)
public final class JpegXlDecoder extends OpenCvDecoder {

	/** Made by OSGi. */
	public JpegXlDecoder() {
		super(Family.JPEG_XL);
	}
}
