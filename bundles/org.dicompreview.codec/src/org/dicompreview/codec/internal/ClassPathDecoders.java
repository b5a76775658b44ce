package org.dicompreview.codec.internal;

import java.util.ServiceLoader;

import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.codec.spi.VideoDecoder;

/** The decoders on the class path, where there is no OSGi. */
public final class ClassPathDecoders extends RankedDecoders {

	/** Called by {@link ServiceLoader}. */
	public ClassPathDecoders() {
		ServiceLoader.load(FrameDecoder.class, FrameDecoder.class.getClassLoader()).forEach(this::append);
		ServiceLoader.load(VideoDecoder.class, VideoDecoder.class.getClassLoader()).forEach(this::append);
	}
}
