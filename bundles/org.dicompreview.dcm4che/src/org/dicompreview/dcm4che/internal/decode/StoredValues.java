package org.dicompreview.dcm4che.internal.decode;

import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.Optional;

import org.dcm4che3.image.StoredValue;
import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.Problem;

/** Between the rasters of dcm4che and frames of stored values. */
final class StoredValues {

	private StoredValues() {
	}

	/**
	 * {@return whether dcm4che has rasters for such frames: integers of 8 or 16 bits, grey or in three channels of full
	 * size, of which those with 16 bits are not in planes}
	 */
	static boolean fit(PixelFormat format) {
		boolean whole = format.sampleKind() == SampleKind.INTEGER
				&& (format.bitsAllocated() == 8 || format.bitsAllocated() == 16);
		return whole && switch (format.photometric()) {
			case MONOCHROME1, MONOCHROME2, PALETTE_COLOR -> format.samplesPerPixel() == 1;
			case RGB, YBR_FULL -> format.samplesPerPixel() == 3
					&& (format.bitsAllocated() == 8 || format.planarConfiguration() == 0);
			default -> false;
		};
	}

	/**
	 * Checks that the frame may take the memory that it needs.
	 *
	 * @throws DecodeException if it may not
	 */
	static void check(PixelFormat format, DecodeOptions options) throws DecodeException {
		long bytes = format.pixels() * format.samplesPerPixel() * (format.bitsAllocated() / 8);
		if (bytes > options.frameBytes()) {
			throw new DecodeException(ToolkitText.FRAME_TOO_LARGE, bytes, options.frameBytes());
		}
	}

	/**
	 * {@return the stored values of a raster: only Bits Stored up to High Bit, extended by Pixel Representation}
	 *
	 * @param raster  as dcm4che gives it: bands in banks of their own, or interleaved in one
	 * @param format  what the data set states
	 * @param problem why the frame is not whole, or nothing
	 */
	static Frame frame(Raster raster, PixelFormat format, Optional<Problem> problem) throws DecodeException {
		int channels = format.samplesPerPixel();
		DataBuffer buffer = raster.getDataBuffer();
		Samples samples;
		if (buffer instanceof DataBufferByte bytes) {
			samples = new Samples.Bytes(bytes.getNumBanks() == 1 ? bytes.getData() : interleave(bytes.getBankData()));
			extract(((Samples.Bytes) samples).values(), format);
		} else if (buffer instanceof DataBufferUShort shorts && shorts.getNumBanks() == 1) {
			samples = new Samples.Shorts(shorts.getData());
			extract(((Samples.Shorts) samples).values(), format);
		} else {
			throw new DecodeException(ToolkitText.UNEXPECTED_VALUES);
		}
		Photometric photometric = format.photometric();
		return new Frame(format.columns(), format.rows(), channels, format.bitsStored(), format.signed(), photometric,
				photometric, samples, problem);
	}

	private static byte[] interleave(byte[][] banks) {
		byte[] result = new byte[banks.length * banks[0].length];
		for (int band = 0; band < banks.length; band++) {
			for (int i = 0, to = band; i < banks[band].length; i++, to += banks.length) {
				result[to] = banks[band][i];
			}
		}
		return result;
	}

	private static StoredValue stored(PixelFormat format) {
		return format.signed() ? new StoredValue.Signed(format.bitsStored())
				: new StoredValue.Unsigned(format.bitsStored());
	}

	private static void extract(byte[] values, PixelFormat format) {
		int shift = format.highBit() + 1 - format.bitsStored();
		if (format.bitsStored() == 8) {
			return;
		}
		StoredValue stored = stored(format);
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) stored.valueOf((values[i] & 0xFF) >> shift);
		}
	}

	private static void extract(short[] values, PixelFormat format) {
		int shift = format.highBit() + 1 - format.bitsStored();
		if (format.bitsStored() == 16) {
			return;
		}
		StoredValue stored = stored(format);
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) stored.valueOf((values[i] & 0xFFFF) >> shift);
		}
	}
}
