package org.dicompreview.rendering.internal.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.TransferSyntax;

/** Brings back what decoding leaves out: the bits of a compressed pixel that are no part of the image. */
final class UnusedBits {

	private static final TransferSyntax NATIVE = TransferSyntax.of("1.2.840.10008.1.2.1");
	/** Codings that keep every bit: RLE, JPEG, JPEG-LS, JPEG 2000 and HTJ2K without loss, deflated and plain frames. */
	private static final Set<String> LOSSLESS = Set.of("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.57",
			"1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.201",
			"1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.8.1", "1.2.840.10008.1.2.1.98");

	private UnusedBits() {
	}

	/**
	 * {@return the frame uncompressed, with all bits of its pixels; the same frame if they are there already, or lost}
	 *
	 * @param frame   as the file has it
	 * @param options how to decode it, at full size
	 * @throws DecodeException if it cannot be decoded
	 */
	static EncodedFrame uncompressed(EncodedFrame frame, FrameDecoders decoders, DecodeOptions options) throws DecodeException {
		PixelFormat format = frame.format();
		int bits = format.bitsAllocated();
		if (!LOSSLESS.contains(frame.transferSyntax().uid()) || bits != 8 && bits != 16 && bits != 32) {
			return frame;
		}
		PixelFormat all = new PixelFormat(format.rows(), format.columns(), format.samplesPerPixel(), bits, bits,
				bits - 1, false, format.planarConfiguration(), format.photometric(), format.sampleKind());
		Samples samples = decoders.decode(new EncodedFrame(frame.transferSyntax(), all, frame.bytes(), frame.offset(),
				frame.length(), frame.bitOffset()), options).samples();
		byte[] bytes = bytes(samples);
		return samples.bytesPerValue() * 8 == bits ? new EncodedFrame(NATIVE, format, bytes, 0, bytes.length, 0)
				: frame;
	}

	private static byte[] bytes(Samples samples) {
		if (samples instanceof Samples.Bytes bytes) {
			return bytes.values();
		}
		ByteBuffer buffer = ByteBuffer.allocate(samples.length() * samples.bytesPerValue())
				.order(ByteOrder.LITTLE_ENDIAN);
		if (samples instanceof Samples.Shorts shorts) {
			buffer.asShortBuffer().put(shorts.values());
		} else if (samples instanceof Samples.Ints ints) {
			buffer.asIntBuffer().put(ints.values());
		}
		return buffer.array();
	}
}
