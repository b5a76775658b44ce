package org.dicompreview.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.TransferSyntax;

/**
 * An input: an encoded frame, with the format that the data set states and how to decode it in the last bytes.
 *
 * @param frame   the frame
 * @param options how to decode it
 */
record FuzzInput(EncodedFrame frame, DecodeOptions options) {

	/**
	 * Bytes behind the frame: rows (2), columns (2), samples and planes, bits allocated, stored and high, sign,
	 * photometric interpretation, kind of values and first bit, reduction and threads.
	 */
	private static final int TRAILER = 12;
	/** Bytes of a decoded frame; small, so that a large size is refused at once and every round is short. */
	private static final int LIMIT = 1 << 19;
	private static final int MAX_BITS = 64;

	/** {@return the bytes that stand for a frame at full size} */
	static byte[] bytes(EncodedFrame frame) {
		PixelFormat f = frame.format();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(frame.bytes(), frame.offset(), frame.length());
		for (int number : new int[] { f.rows() >> 8, f.rows(), f.columns() >> 8, f.columns(),
				f.samplesPerPixel() - 1 | f.planarConfiguration() << 2, f.bitsAllocated() - 1, f.bitsStored() - 1,
				f.highBit(), f.signed() ? 1 : 0, f.photometric().ordinal(),
				f.sampleKind().ordinal() | frame.bitOffset() << 2, 0 }) {
			out.write(number);
		}
		return out.toByteArray();
	}

	/** {@return the input that bytes stand for; every array of at least {@link #isPossible} length is one} */
	static FuzzInput of(Family family, byte[] input) {
		byte[] bytes = Arrays.copyOf(input, input.length - TRAILER);
		int[] n = new int[TRAILER];
		for (int i = 0; i < TRAILER; i++) {
			n[i] = input[bytes.length + i] & 0xFF;
		}
		EncodedFrame frame = new EncodedFrame(TransferSyntax.of(family.syntax()), format(n), bytes, 0, bytes.length,
				n[10] >> 2 & 7);
		return new FuzzInput(frame, new DecodeOptions(n[11] & 7, 1 + (n[11] >> 3 & 1), LIMIT));
	}

	/** {@return whether there are enough bytes} */
	static boolean isPossible(byte[] input) {
		return input.length >= TRAILER;
	}

	private static PixelFormat format(int[] n) {
		int allocated = 1 + n[5] % MAX_BITS;
		Photometric[] photometrics = Photometric.values();
		SampleKind[] kinds = SampleKind.values();
		return new PixelFormat(Math.max(1, n[0] << 8 | n[1]), Math.max(1, n[2] << 8 | n[3]), 1 + (n[4] & 3), allocated,
				1 + n[6] % allocated, n[7] % MAX_BITS, (n[8] & 1) == 1, n[4] >> 2 & 1,
				photometrics[n[9] % photometrics.length], kinds[(n[10] & 3) % kinds.length]);
	}

	/**
	 * Decodes. Whatever is wrong, there is a frame of the stated size or a {@link DecodeException} with a reason.
	 *
	 * @throws IllegalStateException if the frame contradicts its format
	 */
	void decode(Family family) {
		try {
			Frame decoded = family.decoder().decode(frame, options);
			int reduction = options.reduction();
			if (!fits(decoded.columns(), frame.format().columns(), reduction)
					|| !fits(decoded.rows(), frame.format().rows(), reduction) || decoded.byteSize() > LIMIT) {
				throw new IllegalStateException(decoded + " for " + frame.format());
			}
		} catch (DecodeException e) {
			if (e.getMessage() == null || e.getMessage().isBlank()) {
				throw new IllegalStateException("no reason", e);
			}
		}
	}

	private static boolean fits(int size, int stated, int reduction) {
		return size <= stated && size >= stated + (1 << reduction) - 1 >> reduction;
	}
}
