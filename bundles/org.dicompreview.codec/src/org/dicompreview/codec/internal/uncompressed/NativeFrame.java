package org.dicompreview.codec.internal.uncompressed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.Interleaver;
import org.dicompreview.codec.internal.Photometrics;
import org.dicompreview.codec.internal.SampleArrays;
import org.dicompreview.codec.internal.StoredBits;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;

/** One uncompressed frame: little-endian values to a value array. */
final class NativeFrame {

	private final EncodedFrame frame;
	private final PixelFormat format;
	private final NativeLayout layout;
	private final Damage damage;
	private final boolean sharedChrominance;
	/** Whether no pair of pixels reaches into the next row; the length tells. */
	private final boolean paddedRows;
	/** Values that are stored, and those of them that are there. */
	private final int stored;
	private final int present;

	NativeFrame(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		this(frame, options, new Damage());
	}

	NativeFrame(EncodedFrame frame, DecodeOptions options, Damage damage) throws DecodeException {
		this.frame = frame;
		this.damage = damage;
		format = frame.format();
		layout = layout(frame, options);
		sharedChrominance = layout.sharesChrominance(frame.length());
		paddedRows = sharedChrominance && frame.length() >= layout.bytes(pairs(true));
		stored = sharedChrominance ? (int) pairs(paddedRows) : layout.values();
		present = (int) Math.min(stored, (frame.length() * 8L - frame.bitOffset()) / layout.bits());
		if (present < 1) {
			throw new DecodeException(NativeText.NO_PIXEL_DATA);
		}
		if (present < stored && (!sharedChrominance || present < 2 * layout.pixels())) {
			damage.report(NativeText.FRAME_INCOMPLETE, frame.length(), layout.bytes(stored));
		}
	}

	/** {@return the number of values in pairs of pixels that share chrominance} */
	private long pairs(boolean ofEachRow) {
		return ofEachRow ? 4L * ((format.columns() + 1) / 2) * format.rows() : 4L * ((layout.pixels() + 1) / 2);
	}

	/** Three samples a pixel are stated, but the data and the photometric interpretation are those of one. */
	private static NativeLayout layout(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		NativeLayout layout = NativeLayout.of(frame.format(), options);
		Photometric stated = frame.format().photometric();
		boolean single = (stated.isGrey() || stated == Photometric.PALETTE_COLOR) && layout.channels() > 1
				&& frame.length() >= layout.bytes(layout.pixels()) && frame.length() < layout.bytes(layout.values());
		return single ? layout.singleChannel() : layout;
	}

	Frame decode() throws DecodeException {
		Samples samples = switch (format.sampleKind()) {
			case INTEGER -> integers();
			case FLOAT -> floats();
			case DOUBLE -> doubles();
		};
		StoredBits bits = StoredBits.of(format);
		boolean integer = format.sampleKind() == PixelFormat.SampleKind.INTEGER;
		Photometric stated = format.photometric();
		Photometric actual = Photometrics.plausible(stated, layout.channels());
		return new Frame(format.columns(), format.rows(), layout.channels(), integer ? bits.bits() : layout.bits(),
				!integer || bits.signed(), actual == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : actual, stated,
				samples, damage.problem());
	}

	private Samples integers() throws DecodeException {
		Samples values = values();
		if (sharedChrominance) {
			return paddedRows && format.columns() % 2 == 1
					? SharedChrominance.expandRows(values, format.columns(), format.rows())
					: SharedChrominance.expand(values, layout.pixels());
		}
		return format.planarConfiguration() == 1 && layout.channels() > 1
				? Interleaver.interleave(values, layout.channels())
				: values;
	}

	/** The stored values in their order, without the bits that do not count. */
	private Samples values() throws DecodeException {
		StoredBits bits = StoredBits.of(format);
		if (layout.bits() == 8 && bits.bits() == 8 && frame.offset() == 0 && present == stored
				&& frame.bytes().length == stored) {
			return new Samples.Bytes(frame.bytes()); // nobody changes either array
		}
		Samples values = SampleArrays.allocate(SampleArrays.widthFor(layout.bits()), stored);
		if (layout.bits() % 8 != 0) {
			PackedBits.unpack(frame, layout.bits(), values, present);
		} else if (values instanceof Samples.Bytes bytes) {
			System.arraycopy(frame.bytes(), frame.offset(), bytes.values(), 0, present);
		} else if (values instanceof Samples.Shorts shorts) {
			data().asShortBuffer().get(shorts.values(), 0, present);
		} else if (values instanceof Samples.Ints ints) {
			words(ints.values());
		}
		if (bits.bits() < layout.bits() || bits.signed()) {
			bits.apply(values);
		}
		return values;
	}

	private void words(int[] values) {
		if (layout.bits() == 32) {
			data().asIntBuffer().get(values, 0, present);
			return;
		}
		byte[] bytes = frame.bytes();
		for (int i = 0, from = frame.offset(); i < present; i++, from += 3) {
			values[i] = bytes[from] & 0xFF | (bytes[from + 1] & 0xFF) << 8 | (bytes[from + 2] & 0xFF) << 16;
		}
	}

	private Samples floats() {
		float[] values = new float[stored];
		data().asFloatBuffer().get(values, 0, present);
		return new Samples.Floats(values);
	}

	private Samples doubles() {
		double[] values = new double[stored];
		data().asDoubleBuffer().get(values, 0, present);
		return new Samples.Doubles(values);
	}

	private ByteBuffer data() {
		return ByteBuffer.wrap(frame.bytes(), frame.offset(), frame.length()).order(ByteOrder.LITTLE_ENDIAN);
	}
}
