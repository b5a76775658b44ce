package org.dicompreview.fuzz;

import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.codec.internal.uncompressed.DeflatedFrameDecoder;

/** Fuzzes the decoder of deflated frames. */
public final class DeflatedFuzzer {

	private static final FrameDecoder DECODER = new DeflatedFrameDecoder();

	private DeflatedFuzzer() {
	}

	/** @param input an encoded frame with its format, see {@link DecoderFuzz} */
	public static void fuzzerTestOneInput(byte[] input) {
		DecoderFuzz.decode(DECODER, "1.2.840.10008.1.2.8.1", input);
	}
}
