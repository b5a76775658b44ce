package org.dicompreview.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.TransferSyntax;

/** What the targets share: an input is the encoded frame with the format that the data set states behind it. */
final class DecoderFuzz {

	/**
	 * Bytes of the format: rows, columns, samples and planes, bits allocated, stored and high, sign, photometric, kind.
	 */
	private static final int TRAILER = 11;
	/** Small, so that a large size is refused at once and every round is short. */
	private static final int LIMIT = 1 << 19;

	private DecoderFuzz() {
	}

	/** {@return the input that stands for a frame} */
	static byte[] input(EncodedFrame frame) {
		PixelFormat f = frame.format();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(frame.bytes(), frame.offset(), frame.length());
		for (int number : new int[] { f.rows() >> 8, f.rows(), f.columns() >> 8, f.columns(),
				f.samplesPerPixel() - 1 | f.planarConfiguration() << 2, f.bitsAllocated() - 1, f.bitsStored() - 1,
				f.highBit(), f.signed() ? 1 : 0, f.photometric().ordinal(),
				f.sampleKind().ordinal() | frame.bitOffset() << 2 }) {
			out.write(number);
		}
		return out.toByteArray();
	}

	/**
	 * Decodes an input. Whatever is wrong with it, there is a frame of the stated size or a {@link DecodeException}.
	 *
	 * @throws IllegalStateException if the frame contradicts its format
	 */
	static void decode(FrameDecoder decoder, String uid, byte[] input) {
		if (input.length < TRAILER) {
			return;
		}
		byte[] bytes = Arrays.copyOf(input, input.length - TRAILER);
		EncodedFrame frame = new EncodedFrame(TransferSyntax.of(uid), format(input, bytes.length), bytes, 0,
				bytes.length, (input[input.length - 1] & 0xFF) >> 2 & 7);
		try {
			Frame decoded = decoder.decode(frame, new DecodeOptions(0, 1, LIMIT));
			if (decoded.columns() != frame.format().columns() || decoded.rows() != frame.format().rows()
					|| decoded.byteSize() > LIMIT) {
				throw new IllegalStateException(decoded + " for " + frame.format());
			}
		} catch (DecodeException e) {
			if (e.getMessage() == null || e.getMessage().isBlank()) {
				throw new IllegalStateException("no reason", e);
			}
		}
	}

	private static PixelFormat format(byte[] input, int at) {
		int[] n = new int[TRAILER];
		for (int i = 0; i < TRAILER; i++) {
			n[i] = input[at + i] & 0xFF;
		}
		int allocated = 1 + n[5] % 64;
		int stored = 1 + n[6] % allocated;
		Photometric[] photometrics = Photometric.values();
		return new PixelFormat(Math.max(1, n[0] << 8 | n[1]), Math.max(1, n[2] << 8 | n[3]), 1 + (n[4] & 3), allocated,
				stored, n[7] % 64, (n[8] & 1) == 1, n[4] >> 2 & 1, photometrics[n[9] % photometrics.length],
				SampleKind.values()[(n[10] & 3) % 3]);
	}
}
