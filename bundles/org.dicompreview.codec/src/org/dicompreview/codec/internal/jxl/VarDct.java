package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** A frame whose colours are coded by transformed blocks (ISO/IEC 18181-1, annex I, G.2 to G.4). */
final class VarDct {

	/** Kind of a block whose upper left part lies elsewhere. */
	static final byte COVERED = -1;
	private static final byte UNKNOWN = -2;
	private static final int TILE = 8;
	private static final int MAX_QUANTIZER = 256;
	private static final int SHARPNESSES = 8;

	final ImageHeader image;
	final FrameHeader header;
	final LfGlobal global;
	/** Blocks across and down. */
	final int across;
	final int down;
	/** Low frequencies of X, Y and B: a value for each block, in rows of {@link #across}, or less if subsampled. */
	final float[][] low = new float[3][];
	/** Contexts by low frequencies. */
	final byte[] lfContexts;
	/** Number of the transform of each block, at its upper left part. */
	final byte[] kinds;
	/** Quantiser of each block, at its upper left part. */
	final int[] quantizers;
	/** Sharpness of each block. */
	final byte[] sharpness;
	/** For tiles of 8 x 8 blocks, steps of the correlation of X and B with Y. */
	final byte[][] correlations = new byte[2][];
	/** Tiles across. */
	final int tiles;
	/** What high frequencies of all groups have in common, null if it could not be read. */
	HfGlobal hf;
	/** Colours with whole blocks, in rows of {@link #stride}. */
	final float[][] planes = new float[3][];
	/** Whether X is anything but 0, and B anything but luminance; set by any thread, read after all are done. */
	volatile boolean usesX;
	volatile boolean usesB;
	private final int threads;

	VarDct(ImageHeader image, FrameHeader header, LfGlobal global, Planes lowFrequencies, int threads)
			throws DecodeException {
		this.image = image;
		this.header = header;
		this.global = global;
		this.threads = threads;
		across = Numbers.ceilDiv(header.width, 8 << header.mostShiftX()) << header.mostShiftX();
		down = Numbers.ceilDiv(header.height, 8 << header.mostShiftY()) << header.mostShiftY();
		int blocks = across * down;
		lfContexts = new byte[blocks];
		kinds = new byte[blocks];
		Arrays.fill(kinds, UNKNOWN);
		quantizers = new int[blocks];
		sharpness = new byte[blocks];
		tiles = Numbers.ceilDiv(across, TILE);
		for (int i = 0; i < 2; i++) {
			correlations[i] = new byte[tiles * Numbers.ceilDiv(down, TILE)];
		}
		for (int c = 0; c < 3; c++) {
			low[c] = new float[blocks];
			planes[c] = new float[(across * 8 >> header.shiftX[c]) * (down * 8 >> header.shiftY[c])];
		}
		if (lowFrequencies != null) {
			take(lowFrequencies);
		}
	}

	/** {@return values in a row of a plane} */
	int stride(int channel) {
		return across * 8 >> header.shiftX[channel];
	}

	private void take(Planes from) throws DecodeException {
		if (from.width < across || from.height < down) {
			throw new DecodeException(JxlText.LOW_FREQUENCIES_TOO_SMALL);
		}
		for (int c = 0; c < 3; c++) {
			for (int y = 0; y < down; y++) {
				System.arraycopy(from.values[c], y * from.width, low[c], y * across, across);
			}
		}
	}

	/** Place of a group of low frequencies in blocks. */
	private record Part(int x0, int y0, int width, int height) {
	}

	private Part part(int group) {
		int side = header.group();
		int x0 = group % header.lfGroupsAcross() * side;
		int y0 = group / header.lfGroupsAcross() * side;
		return new Part(x0, y0, Math.min(side, across - x0), Math.min(side, down - y0));
	}

	/** Reads the low frequencies of a group (G.2.2). */
	void readLowFrequencies(Bits bits, int group) throws DecodeException {
		if (header.has(FrameHeader.USE_LF_FRAME)) {
			return;
		}
		Part part = part(group);
		float precision = 1f / (1 << bits.read(2));
		List<Channel> channels = new ArrayList<>();
		for (int c : new int[] { 1, 0, 2 }) {
			channels.add(new Channel(part.width() >> header.shiftX[c], part.height() >> header.shiftY[c],
					header.shiftX[c], header.shiftY[c]));
		}
		ModularImage values = new ModularImage(channels, image.depth.bits());
		values.readTransforms(bits, 16L * part.width() * part.height());
		values.readChannels(bits, ModularFrame.lfSection(group), global.modular.tree, 0, values.channels.size());
		values.undoTransforms(1);
		Channel y = values.channels.get(0);
		Channel x = values.channels.get(1);
		Channel b = values.channels.get(2);
		float unit = 65536f / (global.globalScale * (float) global.lfQuantizer) * precision;
		dequantize(x, part, 0, global.lfDequant[0] * unit);
		dequantize(y, part, 1, global.lfDequant[1] * unit);
		dequantize(b, part, 2, global.lfDequant[2] * unit);
		if (header.mostShiftX() + header.mostShiftY() == 0) {
			correlate(part);
		}
		if (global.contexts.lfContexts() > 1) {
			takeContexts(part, x, y, b);
		}
	}

	private void dequantize(Channel from, Part part, int c, float unit) {
		int x0 = part.x0() >> header.shiftX[c];
		int y0 = part.y0() >> header.shiftY[c];
		for (int y = 0; y < from.height; y++) {
			int to = (y0 + y) * across + x0;
			for (int x = 0; x < from.width; x++) {
				low[c][to + x] = from.values[y * from.width + x] * unit;
			}
		}
	}

	private void correlate(Part part) {
		float factorX = global.baseX + global.stepsX * global.correlationScale;
		float factorB = global.baseB + global.stepsB * global.correlationScale;
		for (int y = part.y0(); y < part.y0() + part.height(); y++) {
			int row = y * across;
			for (int i = row + part.x0(); i < row + part.x0() + part.width(); i++) {
				low[0][i] += factorX * low[1][i];
				low[2][i] += factorB * low[1][i];
			}
		}
	}

	private void takeContexts(Part part, Channel x, Channel y, Channel b) {
		for (int row = 0; row < part.height(); row++) {
			for (int column = 0; column < part.width(); column++) {
				int context = global.contexts.lfContext(at(x, column, row, 0), at(y, column, row, 1),
						at(b, column, row, 2));
				lfContexts[(part.y0() + row) * across + part.x0() + column] = (byte) context;
			}
		}
	}

	private int at(Channel channel, int column, int row, int c) {
		return channel.values[(row >> header.shiftY[c]) * channel.width + (column >> header.shiftX[c])];
	}

	/** Reads transforms, quantisers, sharpness and correlations of a group (G.2.4). */
	void readMetadata(Bits bits, int group) throws DecodeException {
		Part part = part(group);
		int most = part.width() * part.height();
		int count = bits.read(Numbers.bitsFor(most - 1)) + 1;
		if (count > most) {
			throw new DecodeException(JxlText.MORE_TRANSFORMS_THAN_BLOCKS);
		}
		int tilesAcross = Numbers.ceilDiv(part.width(), TILE);
		int tilesDown = Numbers.ceilDiv(part.height(), TILE);
		List<Channel> channels = List.of(new Channel(tilesAcross, tilesDown, 3, 3),
				new Channel(tilesAcross, tilesDown, 3, 3), new Channel(count, 2, 0, 0),
				new Channel(part.width(), part.height(), 0, 0));
		ModularImage values = new ModularImage(channels, image.depth.bits());
		values.readTransforms(bits, 16L * most);
		values.readChannels(bits, global.modular.metadataSection(group), global.modular.tree, 0,
				values.channels.size());
		values.undoTransforms(1);
		for (int i = 0; i < 2; i++) {
			int[] steps = values.channels.get(i).values;
			for (int k = 0; k < steps.length; k++) {
				int row = part.y0() / TILE + k / tilesAcross;
				correlations[i][row * tiles + part.x0() / TILE + k % tilesAcross] = (byte) Numbers.clamp(steps[k], -128,
						127);
			}
		}
		takeSharpness(part, values.channels.get(3).values);
		takeBlocks(part, values.channels.get(2));
	}

	private void takeSharpness(Part part, int[] values) throws DecodeException {
		for (int i = 0; i < values.length; i++) {
			if (values[i] < 0 || values[i] >= SHARPNESSES) {
				throw new DecodeException(JxlText.SHARPNESS_INVALID, values[i]);
			}
			sharpness[(part.y0() + i / part.width()) * across + part.x0() + i % part.width()] = (byte) values[i];
		}
	}

	private void takeBlocks(Part part, Channel described) throws DecodeException {
		int next = 0;
		boolean subsampled = header.mostShiftX() + header.mostShiftY() > 0;
		for (int y = part.y0(); y < part.y0() + part.height(); y++) {
			for (int x = part.x0(); x < part.x0() + part.width(); x++) {
				if (kinds[y * across + x] != UNKNOWN) {
					continue;
				}
				if (next == described.width) {
					throw new DecodeException(JxlText.FEWER_TRANSFORMS_THAN_BLOCKS);
				}
				int number = described.values[next];
				if (number < 0 || number >= DctKind.count()) {
					throw new DecodeException(JxlText.TRANSFORM_NUMBER_UNKNOWN, number);
				}
				DctKind kind = DctKind.of(number);
				int group = header.group() / 8;
				if (x + kind.across > Math.min(across, (x / group + 1) * group)
						|| y + kind.down > Math.min(down, (y / group + 1) * group) || subsampled && kind.log > 0) {
					throw new DecodeException(JxlText.BLOCK_DOES_NOT_FIT, kind);
				}
				place(kind, x, y);
				quantizers[y * across + x] = 1
						+ Numbers.clamp(described.values[described.width + next], 0, MAX_QUANTIZER - 1);
				next++;
			}
		}
	}

	private void place(DctKind kind, int x, int y) throws DecodeException {
		for (int i = 0; i < kind.down; i++) {
			int row = (y + i) * across + x;
			for (int k = row; k < row + kind.across; k++) {
				if (kinds[k] != UNKNOWN) {
					throw new DecodeException(JxlText.BLOCKS_OVERLAP);
				}
				kinds[k] = COVERED;
			}
		}
		kinds[y * across + x] = (byte) kind.ordinal();
	}

	/** Smooths the low frequencies where that does not change more than their quanta (G.2.2.2). */
	void finishLowFrequencies() throws DecodeException {
		for (int i = 0; i < kinds.length; i++) {
			if (kinds[i] == UNKNOWN) {
				kinds[i] = 0;
				quantizers[i] = 1;
			}
		}
		if (!header.has(FrameHeader.NO_LF_SMOOTHING) && !header.has(FrameHeader.USE_LF_FRAME)
				&& header.mostShiftX() + header.mostShiftY() == 0 && across > 2 && down > 2) {
			new LfSmoothing(this).apply(threads);
		}
	}

	/** Reads what high frequencies of all groups have in common. */
	void readGlobal(Bits bits) throws DecodeException {
		hf = new HfGlobal(bits, this);
	}

	/** {@return whether the frame was made of a JPEG file} */
	boolean isJpeg() {
		return hf != null && hf.jpegTables != null;
	}

	/** {@return a group, nothing of which has been read yet} */
	VarDctGroup group(int group) {
		return new VarDctGroup(this, group);
	}

	/** {@return what a low frequency of 1 stands for} */
	float lfUnit(int c) {
		return 65536f / (global.globalScale * (float) global.lfQuantizer) * global.lfDequant[c];
	}

	/** {@return whether all pixels are grey, so that X is 0 and B luminance} */
	boolean isGrey() {
		return image.xyb && !usesX && !usesB;
	}

	/** Gives the colours to the frame, without what lies beyond its edges. */
	void takeColours(Planes to) throws DecodeException {
		Parallel.run(3, threads, () -> to, (frame, c) -> {
			int width = Numbers.ceilShift(frame.width, header.shiftX[c]);
			int height = Numbers.ceilShift(frame.height, header.shiftY[c]);
			int stride = stride(c);
			if (width == stride) {
				frame.values[c] = planes[c];
				return;
			}
			float[] values = new float[width * height];
			for (int y = 0; y < height; y++) {
				System.arraycopy(planes[c], y * stride, values, y * width, width);
			}
			frame.values[c] = values;
			planes[c] = null;
		});
	}
}
