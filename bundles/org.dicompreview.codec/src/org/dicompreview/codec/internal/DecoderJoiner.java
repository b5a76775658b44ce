package org.dicompreview.codec.internal;

import java.util.List;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.spi.FrameDecoder;

/** Makes {@link RankedDecoders} of a fixed set. */
public final class DecoderJoiner implements FrameDecoder.Joiner {

	@Override
	public FrameDecoders join(List<FrameDecoder> decoders) {
		return RankedDecoders.of(decoders);
	}
}
