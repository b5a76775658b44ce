package org.dicompreview.codec.internal;

import java.util.Optional;
import java.util.function.IntUnaryOperator;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.PixelFormat;

/**
 * What of a codestream's values is the image. As in uncompressed data these are the Bits Stored up to High Bit (PS3.5
 * 8.1.1, PS3.3 C.7.6.3.1), whatever the depth of the codestream.
 *
 * @param bits    significant bits of the values
 * @param samples the values; absent if they are those of the codestream
 */
record ShownValues(int bits, Optional<Samples> samples) {

	/** Lossy values go beyond their range by no more than this part of it. */
	private static final int OVERSHOOT = 4;

	/** Lowest and highest value. */
	private record Range(long low, long high) {

		static Range of(int bits, boolean signed) {
			long size = 1L << bits;
			return signed ? new Range(-size / 2, size / 2 - 1) : new Range(0, size - 1);
		}

		boolean contains(Range other) {
			return low <= other.low && high >= other.high;
		}

		Range widened() {
			long margin = (high - low + 1) / OVERSHOOT;
			return new Range(low - margin, high + margin);
		}
	}

	/**
	 * {@return what of the values is shown}
	 *
	 * @param samples the codestream's values, not changed
	 * @param format  what the data set states
	 * @param stream  what the codestream states
	 * @param lossy   whether values can be a little off
	 */
	static ShownValues of(Samples samples, PixelFormat format, StreamImage stream, boolean lossy) {
		StoredBits stated = StoredBits.of(format);
		int bits = stated.bits();
		boolean moved = stated.highBit() >= bits && stream.precision() > stated.highBit();
		if (stream.signed() && !stated.signed()) {
			return new ShownValues(Math.max(bits, stream.precision()), Optional.empty());
		}
		if (moved) {
			return extracted(samples, stated);
		}
		if (stream.precision() <= bits || stated.signed() && !stream.signed()) {
			return new ShownValues(bits, Optional.empty());
		}
		return ofDeeperStream(samples, format, stream, lossy);
	}

	/** Junk or overlays above the Bits Stored; values that overshoot a little; or Bits Stored is wrong. */
	private static ShownValues ofDeeperStream(Samples samples, PixelFormat format, StreamImage stream, boolean lossy) {
		StoredBits stated = StoredBits.of(format);
		StoredBits lowest = new StoredBits(stated.bits(), stated.bits() - 1, stated.signed());
		Range allowed = Range.of(stated.bits(), stated.signed());
		Range found = range(samples, stated.signed());
		if (allowed.contains(found)) {
			return new ShownValues(stated.bits(), Optional.empty());
		}
		if (lossy && allowed.widened().contains(found)) {
			Samples copy = copy(samples);
			replace(copy, stated.signed(), value -> (int) Math.max(allowed.low(), Math.min(value, allowed.high())));
			return new ShownValues(stated.bits(), Optional.of(copy));
		}
		boolean wrong = stream.precision() != format.bitsAllocated();
		return wrong ? new ShownValues(stream.precision(), Optional.empty()) : extracted(samples, lowest);
	}

	private static ShownValues extracted(Samples samples, StoredBits bits) {
		Samples copy = copy(samples);
		bits.apply(copy);
		return new ShownValues(bits.bits(), Optional.of(copy));
	}

	private static Samples copy(Samples samples) {
		if (samples instanceof Samples.Bytes bytes) {
			return new Samples.Bytes(bytes.values().clone());
		}
		return samples instanceof Samples.Shorts shorts ? new Samples.Shorts(shorts.values().clone())
				: new Samples.Ints(((Samples.Ints) samples).values().clone());
	}

	private static Range range(Samples samples, boolean signed) {
		long low = Long.MAX_VALUE;
		long high = Long.MIN_VALUE;
		for (int i = 0; i < samples.length(); i++) {
			int value = value(samples, i, signed);
			long number = signed ? value : value & 0xFFFFFFFFL;
			low = Math.min(low, number);
			high = Math.max(high, number);
		}
		return new Range(low, high);
	}

	private static int value(Samples samples, int index, boolean signed) {
		if (samples instanceof Samples.Bytes bytes) {
			return signed ? bytes.values()[index] : bytes.values()[index] & 0xFF;
		}
		if (samples instanceof Samples.Shorts shorts) {
			return signed ? shorts.values()[index] : shorts.values()[index] & 0xFFFF;
		}
		return ((Samples.Ints) samples).values()[index];
	}

	private static void replace(Samples samples, boolean signed, IntUnaryOperator change) {
		for (int i = 0; i < samples.length(); i++) {
			int value = change.applyAsInt(value(samples, i, signed));
			if (samples instanceof Samples.Bytes bytes) {
				bytes.values()[i] = (byte) value;
			} else if (samples instanceof Samples.Shorts shorts) {
				shorts.values()[i] = (short) value;
			} else if (samples instanceof Samples.Ints ints) {
				ints.values()[i] = value;
			}
		}
	}
}
