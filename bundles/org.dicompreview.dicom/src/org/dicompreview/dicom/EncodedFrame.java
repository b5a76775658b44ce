package org.dicompreview.dicom;

import java.util.Objects;

/**
 * One frame as it stands in the file, complete and in one piece: the fragments of an encapsulated frame joined, or the
 * bytes of a native frame in little-endian order whatever the transfer syntax (a reader swaps words of big-endian
 * files). The array is not copied: nobody changes it.
 *
 * @param transferSyntax how {@code bytes} are encoded
 * @param format         the Image Pixel attributes that the data set states
 * @param bytes          the encoded bytes
 * @param offset         index of the first byte of the frame in {@code bytes}
 * @param length         number of bytes; may be less than the format asks for where the file is truncated
 * @param bitOffset      for native one-bit data, the bit 0-7 of the first byte at which the frame begins (frames
 *                       follow each other without alignment); otherwise 0
 */
public record EncodedFrame(TransferSyntax transferSyntax, PixelFormat format, byte[] bytes, int offset, int length,
		int bitOffset) {

	/** Checks that the range lies within the array. */
	public EncodedFrame {
		Objects.requireNonNull(transferSyntax);
		Objects.requireNonNull(format);
		Objects.checkFromIndexSize(offset, length, bytes.length);
		Objects.checkIndex(bitOffset, 8);
	}
}
