package org.dicompreview.opencv.internal;

import org.dicompreview.codec.spi.FrameDecoder;
import org.osgi.service.component.annotations.Component;

/** JPEG 2000 as a service. */
@Component(service = FrameDecoder.class, property = OpenCvDecoder.RANKING)
public final class Jpeg2000Decoder extends OpenCvDecoder {

	/** Made by OSGi. */
	public Jpeg2000Decoder() {
		super(Family.JPEG_2000);
	}
}
