package org.dicompreview.codec.internal.uncompressed;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.internal.SampleArrays;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;

/**
 * Sizes of an uncompressed frame, within the limits.
 *
 * @param pixels     number of pixels
 * @param channels   samples per pixel when decoded
 * @param values     {@code pixels * channels}
 * @param bits       Bits Allocated
 * @param subsampled whether the data set states that two pixels share their chrominance (PS3.3 C.7.6.3.1.2)
 */
record NativeLayout(int pixels, int channels, int values, int bits, boolean subsampled) {

	static NativeLayout of(PixelFormat format, DecodeOptions options) throws DecodeException {
		int bits = format.bitsAllocated();
		boolean integers = format.sampleKind() == PixelFormat.SampleKind.INTEGER;
		int bytesPerValue = switch (format.sampleKind()) {
			case INTEGER -> SampleArrays.widthFor(bits) / 8;
			case FLOAT -> Float.BYTES;
			case DOUBLE -> Double.BYTES;
		};
		if (bits < 1 || bits > bytesPerValue * 8 || !integers && bits != bytesPerValue * 8) {
			throw new DecodeException(NativeText.BITS_UNSUPPORTED, bits);
		}
		int values = SampleArrays.checkedCount(format.columns(), format.rows(), format.samplesPerPixel(),
				bytesPerValue * 8, options);
		boolean subsampled = format.samplesPerPixel() == 3 && integers
				&& (format.photometric() == Photometric.YBR_FULL_422
						|| format.photometric() == Photometric.YBR_PARTIAL_422);
		return new NativeLayout(values / format.samplesPerPixel(), format.samplesPerPixel(), values, bits, subsampled);
	}

	/** {@return this layout with one sample per pixel} */
	NativeLayout singleChannel() {
		return new NativeLayout(pixels, 1, pixels, bits, false);
	}

	/** {@return the number of bytes of {@code count} values, from the first bit on} */
	long bytes(long count) {
		return (count * bits + 7) / 8;
	}

	/** {@return the most bytes that a frame of this layout can have} */
	int largestBytes() {
		return (int) Math.min(Integer.MAX_VALUE - 8, bytes(values));
	}

	/** {@return whether so many bytes hold shared chrominance: stated, and not enough for all values} */
	boolean sharesChrominance(int length) {
		return subsampled && length < bytes(values);
	}
}
