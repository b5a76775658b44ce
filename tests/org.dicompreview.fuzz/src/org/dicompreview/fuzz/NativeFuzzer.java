package org.dicompreview.fuzz;

import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;

/** Fuzzes the decoder of uncompressed frames. */
public final class NativeFuzzer {

	private static final FrameDecoder DECODER = new NativeDecoder();

	private NativeFuzzer() {
	}

	/** @param input an encoded frame with its format, see {@link DecoderFuzz} */
	public static void fuzzerTestOneInput(byte[] input) {
		DecoderFuzz.decode(DECODER, "1.2.840.10008.1.2.1", input);
	}
}
