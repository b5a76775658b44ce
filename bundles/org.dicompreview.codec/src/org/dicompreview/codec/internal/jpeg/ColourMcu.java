package org.dicompreview.codec.internal.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.Triples;
import org.dicompreview.codec.internal.stream.FrameHeader;

/**
 * The MCU of an image of three components of 8 bits, of which the second and the third have one block: collects the
 * blocks and puts whole pixels into the frame, eight at a time. Rows of blocks are a {@code long} with the left sample in
 * the lowest byte. For one thread.
 */
final class ColourMcu {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final int CHANNELS = 3;
	private static final int SIZE = 8;
	/** Bytes of 8 pixels. */
	private static final int GROUP = SIZE * CHANNELS;

	private final byte[] samples;
	private final int columns;
	private final int rows;
	private final int across;
	private final int down;
	/** Blocks of the first component row by row, then the other two. */
	private final long[][] blocks;
	private final boolean[] flat;
	/** The eight pixels at hand: what the second and the third component add to each 8 bytes. */
	private long chroma0;
	private long chroma1;
	private long chroma2;
	private final byte[] edge = new byte[GROUP];

	private ColourMcu(FrameHeader header, byte[] samples) {
		this.samples = samples;
		columns = header.columns();
		rows = header.rows();
		across = header.maxHorizontal();
		down = header.maxVertical();
		blocks = new long[across * down + 2][SIZE];
		flat = new boolean[blocks.length];
	}

	/** {@return the MCU of a scan at full size, if it is of this kind} */
	static Optional<ColourMcu> of(FrameHeader header, Scan scan, Samples samples) {
		if (scan.size() != CHANNELS || !(samples instanceof Samples.Bytes bytes)) {
			return Optional.empty();
		}
		for (int i = 0; i < CHANNELS; i++) {
			FrameHeader.Component component = header.components().get(i);
			int most = i == 0 ? 2 : 1;
			if (scan.component(i) != i || component.horizontal() > most || component.vertical() > most) {
				return Optional.empty();
			}
		}
		return Optional.of(new ColourMcu(header, bytes.values()));
	}

	/** {@return the number of blocks} */
	int size() {
		return blocks.length;
	}

	/** {@return the component of a block} */
	int component(int block) {
		return Math.max(0, block - blocks.length + CHANNELS);
	}

	/** {@return the rows of a block, which are to be set} */
	long[] rows(int block) {
		flat[block] = false;
		return blocks[block];
	}

	/** Takes a block of equal samples. */
	void putFlat(int block, int value) {
		flat[block] = true;
		Arrays.fill(blocks[block], value * BlockTarget.EACH_BYTE);
	}

	/** Takes equal samples for all blocks of a component. */
	void putFlatComponent(int component, int value) {
		for (int i = 0; i < blocks.length; i++) {
			if (component(i) == component) {
				putFlat(i, value);
			}
		}
	}

	/** Puts the pixels into the frame; those beyond its edges are left out. */
	void write(int x, int y) {
		long[] blue = blocks[blocks.length - 2];
		long[] red = blocks[blocks.length - 1];
		boolean changing = !flat[blocks.length - 2] || !flat[blocks.length - 1];
		spread(blue[0], red[0]);
		for (int block = 0; block < across * down; block++) {
			int right = block % across;
			int left = (x * across + right) * SIZE;
			int below = block / across * SIZE;
			int top = y * down * SIZE + below;
			int height = left < columns ? Math.min(SIZE, rows - top) : 0;
			for (int row = 0; row < height; row++) {
				if (changing) {
					int from = (below + row) / down;
					spread(half(blue[from], right), half(red[from], right));
				}
				write(blocks[block][row], left, top + row);
			}
		}
	}

	private void write(long row, int left, int y) {
		int at = (y * columns + left) * CHANNELS;
		boolean whole = left + SIZE <= columns;
		byte[] to = whole ? samples : edge;
		int from = whole ? at : 0;
		LONG.set(to, from, Triples.first(row) | chroma0);
		LONG.set(to, from + Long.BYTES, Triples.second(row) | chroma1);
		LONG.set(to, from + 2 * Long.BYTES, Triples.third(row) | chroma2);
		if (!whole) {
			System.arraycopy(edge, 0, samples, at, (columns - left) * CHANNELS);
		}
	}

	/** Samples of 8 pixels: if the component has only one for two of them, each of 4 samples twice. */
	private long half(long row, int right) {
		if (across == 1) {
			return row;
		}
		long samples4 = row >>> 32 * right & 0xFFFFFFFFL;
		long spread = (samples4 | samples4 << 16) & 0x0000FFFF0000FFFFL;
		spread = (spread | spread << 8) & 0x00FF00FF00FF00FFL;
		return spread | spread << 8;
	}

	/** Puts samples of 8 pixels in their places behind those of the first component. */
	private void spread(long blue, long red) {
		chroma0 = Triples.first(blue, red);
		chroma1 = Triples.second(blue, red);
		chroma2 = Triples.third(blue, red);
	}
}
