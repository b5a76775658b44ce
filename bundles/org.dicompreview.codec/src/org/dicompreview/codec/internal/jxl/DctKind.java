package org.dicompreview.codec.internal.jxl;

/** Transforms that a block can have (ISO/IEC 18181-1, I.2.1), in the order of their numbers. */
enum DctKind {

	DCT8(1, 1, 0, 0), HORNUSS(1, 1, 1, 1), DCT2(1, 1, 1, 2), DCT4(1, 1, 1, 3), DCT16(2, 2, 2, 4), DCT32(4, 4, 3, 5),
	DCT16X8(1, 2, 4, 6), DCT8X16(2, 1, 4, 6), DCT32X8(1, 4, 5, 7), DCT8X32(4, 1, 5, 7), DCT32X16(2, 4, 6, 8),
	DCT16X32(4, 2, 6, 8), DCT4X8(1, 1, 1, 9), DCT8X4(1, 1, 1, 9), AFV0(1, 1, 1, 10), AFV1(1, 1, 1, 10),
	AFV2(1, 1, 1, 10), AFV3(1, 1, 1, 10), DCT64(8, 8, 7, 11), DCT64X32(4, 8, 8, 12), DCT32X64(8, 4, 8, 12),
	DCT128(16, 16, 9, 13), DCT128X64(8, 16, 10, 14), DCT64X128(16, 8, 10, 14), DCT256(32, 32, 11, 15),
	DCT256X128(16, 32, 12, 16), DCT128X256(32, 16, 12, 16);

	/** How many orders of coefficients there are. */
	static final int ORDERS = 13;

	private static final DctKind[] ALL = values();

	/** Blocks of 8 x 8 pixels across. */
	final int across;
	/** Blocks of 8 x 8 pixels down. */
	final int down;
	/** Number of the order of coefficients. */
	final int order;
	/** Number of the quantisation table. */
	final int table;
	/** Logarithm of the number of 8 x 8 blocks. */
	final int log;

	DctKind(int across, int down, int order, int table) {
		this.across = across;
		this.down = down;
		this.order = order;
		this.table = table;
		log = Integer.numberOfTrailingZeros(across * down);
	}

	/** {@return the transform of this number, which has to be less than 27} */
	static DctKind of(int number) {
		return ALL[number];
	}

	/** {@return how many transforms there are} */
	static int count() {
		return ALL.length;
	}

	/** {@return coefficients in a row: the longer side of the block} */
	int longSide() {
		return 8 * Math.max(across, down);
	}

	/** {@return rows of coefficients: the shorter side of the block} */
	int shortSide() {
		return 8 * Math.min(across, down);
	}

	/** {@return the place of each coefficient in the order in which they are coded, without a permutation (I.2.4)} */
	int[] naturalOrder() {
		int wide = Math.max(across, down);
		int high = Math.min(across, down);
		int ratio = wide / high;
		int side = 8 * wide;
		int[] order = new int[side * 8 * high];
		int next = wide * high;
		for (int diagonal = 0; diagonal < 2 * side - 1; diagonal++) {
			int from = Math.max(0, diagonal - side + 1);
			int to = Math.min(diagonal, side - 1);
			for (int i = from; i <= to; i++) {
				boolean turned = (diagonal & 1) != 0;
				int x = turned ? diagonal - i : i;
				int y = turned ? i : diagonal - i;
				if (y % ratio != 0) {
					continue;
				}
				y /= ratio;
				int place = x < wide && y < high ? y * wide + x : next++;
				order[place] = y * side + x;
			}
		}
		return order;
	}
}
