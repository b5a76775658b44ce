package org.dicompreview.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.TransferSyntax;

/** Makes frames and formats for tests, and flattens decoded ones. */
public final class TestFrames {

	private TestFrames() {
	}

	/** One grey sample a pixel, unsigned, the stored bits at the bottom. */
	public static PixelFormat grey(int columns, int rows, int allocated, int stored) {
		return new PixelFormat(rows, columns, 1, allocated, stored, stored - 1, false, 0, Photometric.MONOCHROME2,
				SampleKind.INTEGER);
	}

	/** The same format, but signed. */
	public static PixelFormat signed(PixelFormat of) {
		return new PixelFormat(of.rows(), of.columns(), of.samplesPerPixel(), of.bitsAllocated(), of.bitsStored(),
				of.highBit(), true, of.planarConfiguration(), of.photometric(), of.sampleKind());
	}

	/** The same format, but with its values ending at another bit. */
	public static PixelFormat highBit(PixelFormat of, int highBit) {
		return new PixelFormat(of.rows(), of.columns(), of.samplesPerPixel(), of.bitsAllocated(), of.bitsStored(),
				highBit, of.signed(), of.planarConfiguration(), of.photometric(), of.sampleKind());
	}

	/** Several samples a pixel, all bits stored, unsigned. */
	public static PixelFormat colour(int columns, int rows, int samples, int allocated, int planar,
			Photometric photometric) {
		return new PixelFormat(rows, columns, samples, allocated, allocated, allocated - 1, false, planar, photometric,
				SampleKind.INTEGER);
	}

	/** A frame that takes the whole array. */
	public static EncodedFrame frame(String uid, PixelFormat format, byte... bytes) {
		return new EncodedFrame(TransferSyntax.of(uid), format, bytes, 0, bytes.length, 0);
	}

	/** The values as raw export has them: little endian, without padding. */
	public static byte[] raw(Samples samples) {
		ByteBuffer bytes = ByteBuffer.allocate(samples.length() * samples.bytesPerValue())
				.order(ByteOrder.LITTLE_ENDIAN);
		if (samples instanceof Samples.Bytes each) {
			bytes.put(each.values());
		} else if (samples instanceof Samples.Shorts each) {
			bytes.asShortBuffer().put(each.values());
		} else if (samples instanceof Samples.Ints each) {
			bytes.asIntBuffer().put(each.values());
		} else if (samples instanceof Samples.Floats each) {
			bytes.asFloatBuffer().put(each.values());
		} else if (samples instanceof Samples.Doubles each) {
			bytes.asDoubleBuffer().put(each.values());
		}
		return bytes.array();
	}

	/** Integer values as they stand in their array: sign extended. */
	public static int[] ints(Samples samples) {
		int[] result = new int[samples.length()];
		for (int i = 0; i < result.length; i++) {
			result[i] = at(samples, i);
		}
		return result;
	}

	/** One of {@link #ints}. */
	public static int at(Samples samples, int index) {
		if (samples instanceof Samples.Bytes each) {
			return each.values()[index];
		}
		if (samples instanceof Samples.Shorts each) {
			return each.values()[index];
		}
		if (samples instanceof Samples.Ints each) {
			return each.values()[index];
		}
		throw new IllegalArgumentException("not integers");
	}

	/** Bytes from numbers 0-255. */
	public static byte[] bytes(int... values) {
		byte[] result = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = (byte) values[i];
		}
		return result;
	}
}
