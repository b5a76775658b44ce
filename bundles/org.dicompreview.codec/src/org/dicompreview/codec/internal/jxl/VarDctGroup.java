package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/**
 * The blocks of a group: their coefficients in all passes, and what they look like (ISO/IEC 18181-1, I.2 and G.4.1).
 */
final class VarDctGroup {

	private static final int PREDICTED = 32;
	private static final int[] CHANNELS = { 1, 0, 2 };

	private final VarDct frame;
	private final FrameHeader header;
	private final int x0;
	private final int y0;
	private final int width;
	private final int height;
	/** Index of the upper left part of each block in the frame, and where its coefficients begin. */
	private final int[] blocks;
	private final int[] offsets;
	private int count;
	/** Quantised coefficients of each channel. */
	private final int[][] coefficients = new int[3][];
	/** Number of coefficients that are not 0, by block of the group. */
	private final int[] nonZeros;

	VarDctGroup(VarDct frame, int group) {
		this.frame = frame;
		header = frame.header;
		int side = header.group() / 8;
		x0 = group % header.groupsAcross() * side;
		y0 = group / header.groupsAcross() * side;
		width = Math.min(side, frame.across - x0);
		height = Math.min(side, frame.down - y0);
		blocks = new int[width * height];
		offsets = new int[width * height + 1];
		nonZeros = new int[width * height];
		int offset = 0;
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int at = (y0 + y) * frame.across + x0 + x;
				if (frame.kinds[at] >= 0) {
					blocks[count] = at;
					offsets[count++] = offset;
					offset += 64 << DctKind.of(frame.kinds[at]).log;
				}
			}
		}
		offsets[count] = offset;
		for (int c = 0; c < 3; c++) {
			coefficients[c] = new int[offset];
		}
	}

	/** Reads the coefficients of a pass. */
	void read(Bits bits, int pass) throws DecodeException {
		HfGlobal hf = frame.hf;
		int set = bits.read(Numbers.bitsFor(hf.sets - 1));
		if (set >= hf.sets) {
			throw new DecodeException(JxlText.GROUP_WITHOUT_CODE);
		}
		int first = set * frame.global.contexts.all();
		EntropyReader reader = new EntropyReader(hf.codes[pass], bits, 0);
		int shift = header.passShifts[pass];
		int[][] counts = new int[3][width * height];
		for (int i = 0; i < count; i++) {
			int at = blocks[i];
			int x = at % frame.across;
			int y = at / frame.across;
			DctKind kind = DctKind.of(frame.kinds[at]);
			for (int c : CHANNELS) {
				int shiftX = header.shiftX[c];
				int shiftY = header.shiftY[c];
				if ((x >> shiftX << shiftX) != x || (y >> shiftY << shiftY) != y) {
					continue;
				}
				int column = x - x0 >> shiftX;
				int row = y - y0 >> shiftY;
				int context = frame.global.contexts.context(frame.lfContexts[at], frame.quantizers[at], kind.order, c);
				int predicted = predict(counts[c], column, row);
				int number = reader.read(first + frame.global.contexts.nonZeros(predicted, context));
				if (number < 0 || number > 63 << kind.log) {
					throw new DecodeException(JxlText.TOO_MANY_COEFFICIENTS, number);
				}
				spread(counts[c], column, row, kind, number);
				if (number > 0) {
					nonZeros[(y - y0) * width + x - x0] |= 1 << c;
					readBlock(reader, first + frame.global.contexts.coefficients(context), kind, number,
							hf.orders[pass][kind.order][c], coefficients[c], offsets[i], shift);
				}
			}
			if ((i & 63) == 0) {
				bits.check();
			}
		}
		reader.end();
	}

	private int predict(int[] counts, int column, int row) {
		int at = row * width + column;
		if (column == 0) {
			return row == 0 ? PREDICTED : counts[at - width];
		}
		return row == 0 ? counts[at - 1] : counts[at - width] + counts[at - 1] + 1 >> 1;
	}

	private void spread(int[] counts, int column, int row, DctKind kind, int number) {
		int each = number + (1 << kind.log) - 1 >> kind.log;
		for (int i = 0; i < kind.down; i++) {
			int at = (row + i) * width + column;
			Arrays.fill(counts, at, at + kind.across, each);
		}
	}

	private static void readBlock(EntropyReader reader, int contexts, DctKind kind, int number, int[] order, int[] to,
			int offset, int shift) throws DecodeException {
		int size = 64 << kind.log;
		int left = number;
		int previous = number > size / 16 ? 0 : 1;
		for (int k = 1 << kind.log; left > 0; k++) {
			if (left > size - k) {
				throw new DecodeException(JxlText.TOO_FEW_COEFFICIENTS);
			}
			int value = reader.read(contexts + BlockContexts.coefficient(left, k, kind.log, previous));
			to[offset + order[k]] += Bits.signed(value) << shift;
			previous = value == 0 ? 0 : 1;
			left -= previous;
		}
	}

	/** Transforms all blocks and puts them into the frame. */
	void draw() {
		BlockTransform transform = new BlockTransform(frame);
		for (int i = 0; i < count; i++) {
			int at = blocks[i];
			int x = at % frame.across;
			int y = at / frame.across;
			transform.draw(x, y, coefficients, offsets[i], nonZeros[(y - y0) * width + x - x0]);
		}
	}
}
