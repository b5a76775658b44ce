package org.dicompreview.opencv.internal;

import org.dicompreview.codec.spi.FrameDecoder;
import org.osgi.service.component.annotations.Component;

/** JPEG as a service. */
@Component(service = FrameDecoder.class, property = OpenCvDecoder.RANKING)
public final class JpegDecoder extends OpenCvDecoder {

	/** Made by OSGi. */
	public JpegDecoder() {
		super(Family.JPEG);
	}
}
