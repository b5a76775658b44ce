package org.dicompreview.video.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.video.internal.PlanarFrame.Colors;
import org.dicompreview.video.internal.PlanarFrame.Layout;

/** Reads uncompressed frames from a Matroska stream (RFC 9559) with one track. Not for several threads. */
final class MatroskaReader {

	private static final int EBML = 0x1A45DFA3;
	private static final int SEGMENT = 0x18538067;
	private static final int TRACKS = 0x1654AE6B;
	private static final int TRACK = 0xAE;
	private static final int VIDEO = 0xE0;
	private static final int WIDTH = 0xB0;
	private static final int HEIGHT = 0xBA;
	private static final int COLOR_SPACE = 0x2EB524;
	private static final int COLOR = 0x55B0;
	private static final int MATRIX = 0x55B1;
	private static final int RANGE = 0x55B9;
	private static final int CLUSTER = 0x1F43B675;
	private static final int TIMESTAMP = 0xE7;
	private static final int SIMPLE_BLOCK = 0xA3;
	private static final int GROUP = 0xA0;
	private static final int BLOCK = 0xA1;
	private static final int BLOCK_HEADER = 4;
	private static final int FULL_RANGE = 2;
	private static final int BT709 = 1;
	/** What is left of the width and the height of chrominance, and samples of a pixel, by the name of 8-bit layouts. */
	private static final Map<String, int[]> SHAPES = Map.of("I420", new int[] { 1, 1, 3 }, "Y42B", new int[] { 1, 0, 3 }, //$NON-NLS-1$ //$NON-NLS-2$
			"444P", new int[] { 0, 0, 3 }, "Y800", new int[] { 0, 0, 1 }); //$NON-NLS-1$ //$NON-NLS-2$

	private final DataInputStream in;
	private final int frameBytes;
	private final int bits;
	private int columns;
	private int rows;
	private String space = ""; //$NON-NLS-1$
	private Colors colors = new Colors(false, false);
	private long timestamp;

	/** @param frameBytes most bytes of a frame @param bits bits of a luminance value */
	MatroskaReader(InputStream in, int frameBytes, int bits) {
		this.bits = bits;
		this.in = new DataInputStream(in);
		this.frameBytes = frameBytes;
	}

	/** {@return the next frame; {@code null} at the end of the stream} @throws DecodeException if it has a layout that is not known */
	PlanarFrame next() throws IOException, DecodeException {
		for (int first = in.read(); first >= 0; first = in.read()) {
			int id = id(first);
			long size = size();
			switch (id) {
				case SEGMENT, TRACKS, TRACK, VIDEO, CLUSTER, GROUP, COLOR -> {
					// its children come next
				}
				case WIDTH -> columns = (int) Math.min(1 << 20, number(size));
				case HEIGHT -> rows = (int) Math.min(1 << 20, number(size));
				case COLOR_SPACE -> space = text(size);
				case MATRIX -> colors = new Colors(colors.fullRange(), number(size) == BT709);
				case RANGE -> colors = new Colors(number(size) == FULL_RANGE, colors.hd());
				case TIMESTAMP -> timestamp = number(size);
				case SIMPLE_BLOCK, BLOCK -> {
					return frame(size);
				}
				default -> skip(id == EBML || size >= 0 ? size : 0);
			}
		}
		return null;
	}

	private PlanarFrame frame(long size) throws IOException, DecodeException {
		if (size > frameBytes) {
			throw new DecodeException(VideoText.FRAME_TOO_LARGE, size);
		}
		Layout layout = layout(size - BLOCK_HEADER);
		in.readByte(); // track
		long number = timestamp + in.readShort();
		in.readByte(); // flags
		byte[] bytes = new byte[(int) layout.byteSize()];
		in.readFully(bytes);
		return new PlanarFrame((int) Math.min(Integer.MAX_VALUE, number), layout, colors, bytes);
	}

	/** {@return the layout of a frame} Wider values have no name: which planes there are follows from their bytes. */
	private Layout layout(long bytes) throws DecodeException {
		for (Map.Entry<String, int[]> each : SHAPES.entrySet()) {
			int[] shape = each.getValue();
			Layout layout = new Layout(columns, rows, shape[0], shape[1], shape[2], bits);
			if (layout.byteSize() == bytes && (bits > 8 || each.getKey().equals(space))) {
				return layout;
			}
		}
		throw new DecodeException(VideoText.PIXELS_UNSUPPORTED, bits, bytes);
	}

	private int id(int first) throws IOException {
		int id = first;
		for (int more = Integer.numberOfLeadingZeros(first) - 24; more > 0; more--) {
			id = id << 8 | in.readUnsignedByte();
		}
		return id;
	}

	/** {@return the size of an element, -1 if it is not known} */
	private long size() throws IOException {
		int first = in.readUnsignedByte();
		int more = Integer.numberOfLeadingZeros(first) - 24;
		long value = first & (0x7F >> more);
		boolean unknown = value == 0x7F >> more;
		for (int i = 0; i < more; i++) {
			int next = in.readUnsignedByte();
			unknown &= next == 0xFF;
			value = value << 8 | next;
		}
		return unknown ? -1 : value;
	}

	private long number(long size) throws IOException {
		long value = 0;
		for (long i = 0; i < size; i++) {
			value = value << 8 | in.readUnsignedByte();
		}
		return value;
	}

	/** {@return a FourCC} */
	private String text(long size) throws IOException {
		StringBuilder text = new StringBuilder();
		for (long i = 0; i < size && i < 4; i++) {
			text.append((char) in.readUnsignedByte());
		}
		skip(size - 4);
		return text.toString();
	}

	private void skip(long size) throws IOException {
		in.skipNBytes(Math.max(0, size));
	}
}
