package org.dicompreview.codec.internal.jxl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.dicompreview.codec.DecodeException;

/**
 * Reads the bits of a section of the codestream, least significant first, and the number formats of its headers
 * (ISO/IEC 18181-1, annex B). Behind the end there are zeros; {@link #check} finds out whether any were used.
 */
final class Bits {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final int MANTISSA = 10;

	private final byte[] bytes;
	private final int start;
	private final int end;
	private int next;
	private long ahead;
	private int count;

	/** Reads {@code bytes[start .. end)}. */
	Bits(byte[] bytes, int start, int end) {
		this.bytes = bytes;
		this.start = start;
		this.end = end;
		next = start;
	}

	/** Has at least 56 bits ahead. */
	private void fill() {
		if (next <= end - Long.BYTES) {
			ahead |= (long) LONG.get(bytes, next) << count;
			next += 63 - count >> 3;
			count |= 56;
			return;
		}
		while (count <= 56) {
			if (next < end) {
				ahead |= (bytes[next] & 0xFFL) << count;
			}
			next += next < Integer.MAX_VALUE ? 1 : 0;
			count += 8;
		}
	}

	/** {@return the next bits without passing them, at least 32 of them} */
	int peek() {
		if (count < 32) {
			fill();
		}
		return (int) ahead;
	}

	/** Passes bits that were {@link #peek}ed at. */
	void skip(int bits) {
		ahead >>>= bits;
		count -= bits;
	}

	/** {@return a number of 0 to 32 bits} */
	int read(int bits) {
		if (count < bits) {
			fill();
		}
		int value = (int) (ahead & (1L << bits) - 1);
		ahead >>>= bits;
		count -= bits;
		return value;
	}

	/** {@return one bit} */
	boolean flag() {
		return read(1) != 0;
	}

	/**
	 * {@return a number in one of four formats (B.2.2), which may use all 32 bits}
	 *
	 * @param formats an offset and a number of bits for each
	 */
	int u32(int... formats) {
		int choice = 2 * read(2);
		return formats[choice] + read(formats[choice + 1]);
	}

	/**
	 * {@return a {@link #u32} that must not be beyond {@code most}}
	 *
	 * @param excess what is wrong if it is, with places for both
	 */
	int bounded(JxlText excess, int most, int... formats) throws DecodeException {
		int value = u32(formats);
		if (value < 0 || value > most) {
			throw new DecodeException(excess, value & 0xFFFFFFFFL, most);
		}
		return value;
	}

	/** {@return the index of an enumerated value (B.2.6)} */
	int enumerated() {
		return u32(0, 0, 1, 0, 2, 4, 18, 6);
	}

	/** {@return a number of up to 64 bits (B.2.4)} */
	long u64() {
		switch (read(2)) {
			case 0:
				return 0;
			case 1:
				return 1 + read(4);
			case 2:
				return 17 + read(8);
			default:
				break;
		}
		long value = read(12);
		for (int shift = 12; flag(); shift += 8) {
			if (shift == 60) {
				return value | (long) read(4) << shift;
			}
			value |= (long) read(8) << shift;
		}
		return value;
	}

	/** {@return a number of 16 bits with a fraction (B.2.5)} */
	float f16() throws DecodeException {
		int bits = read(16);
		int exponent = bits >> MANTISSA & 0x1F;
		int mantissa = bits & (1 << MANTISSA) - 1;
		if (exponent == 0x1F) {
			throw new DecodeException(JxlText.NUMBER_INFINITE);
		}
		float value = exponent == 0 ? mantissa / 16777216f
				: Float.intBitsToFloat(exponent + 112 << 23 | mantissa << 23 - MANTISSA);
		return bits >> 15 == 0 ? value : -value;
	}

	/** {@return a signed number of those that the numbers 0, 1, 2 … stand for (B.3)} */
	static int signed(int value) {
		return value >>> 1 ^ -(value & 1);
	}

	/** Passes the fields of extensions that nobody knows yet (B.4). */
	void extensions() throws DecodeException {
		long which = u64();
		long length = 0;
		for (int i = Long.bitCount(which); i > 0; i--) {
			length += Math.min(u64(), Integer.MAX_VALUE);
		}
		if (length > 8L * (end - start)) {
			throw new DecodeException(JxlText.EXTENSION_TOO_LONG);
		}
		for (; length > 0; length -= Math.min(length, 32)) {
			read((int) Math.min(length, 32));
		}
		check();
	}

	/** Passes a name, which nobody sees. */
	void name() {
		for (int i = u32(0, 0, 0, 4, 16, 5, 48, 10); i > 0; i--) {
			read(8);
		}
	}

	/** Goes to the next byte. */
	void align() {
		skip(count & 7);
	}

	/** {@return the index of the next byte, after {@link #align}} */
	int position() {
		return Math.min(next - (count >> 3), end);
	}

	/** {@return whether bits behind the end were used} */
	boolean isBeyondEnd() {
		return next - (count >> 3) > end;
	}

	/** {@return the number of bits passed, those behind the end too} */
	long passed() {
		return 8L * (next - start) - count;
	}

	/** {@return the number of bits in this section} */
	long length() {
		return 8L * (end - start);
	}

	/** @throws DecodeException if bits behind the end were used */
	void check() throws DecodeException {
		if (isBeyondEnd()) {
			throw new DecodeException(JxlText.SECTION_ENDS_EARLY, end);
		}
	}
}
