package org.dicompreview.codec.internal.jpeg;

/**
 * The bits of an MCU that brings nothing new: each block has the first coefficient of the preceding one of its component,
 * and no other. Backgrounds consist of these; comparing bits takes them together, several in a look. Does not
 * change; for several threads.
 */
final class QuietMcu {

	private static final int END_OF_BLOCK = 0;
	private static final int NO_DIFFERENCE = 0;

	private long pattern;
	/** 0 if there is no such MCU, or it is too long. */
	private int length;

	private QuietMcu() {
	}

	/** {@return that of a scan} @param blocks for each component of the scan how many blocks an MCU has of it */
	static QuietMcu of(Scan scan, int[] blocks) {
		QuietMcu mcu = new QuietMcu();
		for (int i = 0; i < scan.size(); i++) {
			for (int n = 0; n < blocks[i]; n++) {
				if (!mcu.append(scan.differences()[i].code(NO_DIFFERENCE))
						|| !mcu.append(scan.coefficients()[i].code(END_OF_BLOCK))) {
					mcu.length = 0;
					return mcu;
				}
			}
		}
		return mcu;
	}

	/** {@return whether there is room} */
	private boolean append(HuffmanTable.Code code) {
		if (code == null || length + code.length() > EntropyReader.FILLED) {
			return false;
		}
		length += code.length();
		pattern |= (long) code.bits() << Long.SIZE - length;
		return true;
	}

	/**
	 * Takes as many of these MCUs as follow each other.
	 *
	 * @param in   the stream
	 * @param most how many to take at most
	 * @return how many were taken
	 */
	int take(EntropyReader in, int most) {
		if (length == 0) {
			return 0;
		}
		int taken = 0;
		in.ready();
		in.fill();
		while (taken < most && (in.bits() ^ pattern) >>> Long.SIZE - length == 0) {
			long bits = in.bits();
			int count = in.count();
			in.skip(length);
			if (in.overrun()) {
				in.update(bits, count, in.position());
				break;
			}
			taken++;
			if (in.count() < length) {
				in.ready();
				in.fill();
			}
		}
		return taken;
	}
}
