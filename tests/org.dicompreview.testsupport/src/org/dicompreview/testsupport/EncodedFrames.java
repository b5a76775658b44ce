package org.dicompreview.testsupport;

import java.io.ByteArrayOutputStream;
import java.util.List;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.TransferSyntax;

/** Makes frames of known values, not compressed and as RLE. */
public final class EncodedFrames {

	/** UID of RLE Lossless. */
	public static final String RLE = "1.2.840.10008.1.2.5"; //$NON-NLS-1$

	private static final int COLUMNS = 13;
	private static final int ROWS = 7;
	private static final int LITERAL = 128;
	private static final int SEGMENTS = 15;

	private EncodedFrames() {
	}

	/** {@return formats that images have most often: 8 and 16 bits, grey, palette and colour, signed and not} */
	public static List<PixelFormat> commonFormats() {
		return List.of(format(8, 8, 7, false, Photometric.MONOCHROME2, 0),
				format(8, 8, 7, false, Photometric.PALETTE_COLOR, 0), format(8, 6, 5, false, Photometric.MONOCHROME1, 0),
				format(16, 16, 15, false, Photometric.MONOCHROME2, 0), format(16, 16, 15, true, Photometric.MONOCHROME2, 0),
				format(16, 12, 11, false, Photometric.MONOCHROME2, 0), format(16, 12, 11, true, Photometric.MONOCHROME2, 0),
				format(16, 12, 15, true, Photometric.MONOCHROME2, 0), format(16, 10, 12, false, Photometric.MONOCHROME1, 0),
				format(8, 8, 7, false, Photometric.RGB, 0), format(8, 8, 7, false, Photometric.RGB, 1),
				format(8, 8, 7, false, Photometric.YBR_FULL, 0));
	}

	private static PixelFormat format(int allocated, int stored, int highBit, boolean signed, Photometric photometric,
			int planar) {
		int samples = photometric == Photometric.RGB || photometric == Photometric.YBR_FULL ? 3 : 1;
		return new PixelFormat(ROWS, COLUMNS, samples, allocated, stored, highBit, signed, planar, photometric,
				SampleKind.INTEGER);
	}

	/** {@return one value for each sample, interleaved by pixel, over the whole range that the format stores} */
	public static int[] values(PixelFormat format) {
		int[] values = new int[(int) format.pixels() * format.samplesPerPixel()];
		int range = 1 << format.bitsStored();
		for (int i = 0; i < values.length; i++) {
			int value = i * 40503 + i / 5 & range - 1;
			values[i] = format.signed() ? value - range / 2 : value;
		}
		return values;
	}

	/** {@return the values as an uncompressed frame; bits that are not stored are set here and there} */
	public static EncodedFrame uncompressed(PixelFormat format, int[] values) {
		int width = format.bitsAllocated() / 8;
		byte[] bytes = new byte[values.length * width];
		for (int i = 0; i < values.length; i++) {
			int at = width * (format.planarConfiguration() == 1 ? planar(format, i) : i);
			int element = element(format, values[i], i);
			for (int b = 0; b < width; b++) {
				bytes[at + b] = (byte) (element >> 8 * b);
			}
		}
		return frame(DicomWriter.EXPLICIT_LITTLE, format, bytes);
	}

	private static int planar(PixelFormat format, int index) {
		return index % format.samplesPerPixel() * (int) format.pixels() + index / format.samplesPerPixel();
	}

	private static int element(PixelFormat format, int value, int index) {
		int shift = format.highBit() + 1 - format.bitsStored();
		int mask = (1 << format.bitsStored()) - 1 << shift;
		return value << shift & mask | (index % 3 == 0 ? ~mask : 0);
	}

	/** {@return the values as an RLE frame of literal runs and repeats (PS3.5 annex G)} */
	public static EncodedFrame rle(PixelFormat format, int[] values) {
		int width = format.bitsAllocated() / 8;
		int segments = format.samplesPerPixel() * width;
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		byte[] header = new byte[4 * (SEGMENTS + 1)];
		put(header, 0, segments);
		for (int segment = 0; segment < segments; segment++) {
			put(header, segment + 1, header.length + data.size());
			byte[] plane = new byte[(int) format.pixels()];
			for (int i = 0; i < plane.length; i++) {
				int index = i * format.samplesPerPixel() + segment / width;
				plane[i] = (byte) (element(format, values[index], index) >> 8 * (width - 1 - segment % width));
			}
			pack(plane, data);
		}
		byte[] bytes = new byte[header.length + data.size()];
		System.arraycopy(header, 0, bytes, 0, header.length);
		System.arraycopy(data.toByteArray(), 0, bytes, header.length, data.size());
		return frame(RLE, format, bytes);
	}

	private static void put(byte[] header, int index, int value) {
		for (int b = 0; b < 4; b++) {
			header[4 * index + b] = (byte) (value >> 8 * b);
		}
	}

	private static void pack(byte[] plane, ByteArrayOutputStream data) {
		int at = 0;
		while (at < plane.length) {
			int same = 1;
			while (at + same < plane.length && same < LITERAL && plane[at + same] == plane[at]) {
				same++;
			}
			int run = same > 1 ? same : Math.min(2, plane.length - at);
			data.write(same > 1 ? 1 - same : run - 1);
			data.write(plane, at, same > 1 ? 1 : run);
			at += run;
		}
		if (data.size() % 2 == 1) {
			data.write(0);
		}
	}

	private static EncodedFrame frame(String syntax, PixelFormat format, byte[] bytes) {
		return new EncodedFrame(TransferSyntax.of(syntax), format, bytes, 0, bytes.length, 0);
	}
}
