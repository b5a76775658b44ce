package org.dicompreview.fuzz;

import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.codec.internal.rle.RleDecoder;

/** Fuzzes the decoder of RLE frames. */
public final class RleFuzzer {

	private static final FrameDecoder DECODER = new RleDecoder();

	private RleFuzzer() {
	}

	/** @param input an encoded frame with its format, see {@link DecoderFuzz} */
	public static void fuzzerTestOneInput(byte[] input) {
		DecoderFuzz.decode(DECODER, "1.2.840.10008.1.2.5", input);
	}
}
