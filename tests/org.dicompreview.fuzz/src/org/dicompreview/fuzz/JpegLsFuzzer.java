package org.dicompreview.fuzz;

import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.codec.internal.jpegls.JpegLsDecoder;

/** Fuzzes the decoder of JPEG-LS frames. */
public final class JpegLsFuzzer {

	private static final FrameDecoder DECODER = new JpegLsDecoder();

	private JpegLsFuzzer() {
	}

	/** @param input an encoded frame with its format, see {@link DecoderFuzz} */
	public static void fuzzerTestOneInput(byte[] input) {
		DecoderFuzz.decode(DECODER, "1.2.840.10008.1.2.4.80", input);
	}
}
