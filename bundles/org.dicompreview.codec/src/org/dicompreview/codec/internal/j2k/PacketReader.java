package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;
import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.dicom.Problem;

/** Reads the packets of a tile (ISO/IEC 15444-1 B.9, B.10; 15444-15 B): which code-blocks get which passes and bytes. */
final class PacketReader implements PacketOrder.Visitor {

	private static final int SOP_LENGTH = 6;
	private static final int EPH_LENGTH = 2;

	private final byte[] bytes;
	private final List<Codestream.Stretch> bodies;
	private final byte[] packed;
	private final int origin;
	private final Damage damage;
	private final HeaderBits bits = new HeaderBits();
	private final SegmentLengths lengths;
	private int body = -1;
	private int position;
	private int end;
	private int packedPosition;
	private CodeBlock[] blocks = new CodeBlock[64];
	private int[] contributions = new int[128];
	private int count;

	/**
	 * For one tile.
	 *
	 * @param origin index of the frame's first byte, from which offsets are told
	 */
	PacketReader(Codestream stream, Codestream.Tile tile, int origin, Damage damage) {
		bytes = stream.bytes();
		bodies = tile.bodies();
		packed = tile.packedHeaders();
		this.origin = origin;
		this.damage = damage;
		lengths = new SegmentLengths(bits, stream.mixedBlocks(), this::note);
	}

	/** {@return bytes of all packets} */
	long size() {
		long size = packed == null ? 0 : packed.length;
		for (Codestream.Stretch each : bodies) {
			size += each.end() - each.start();
		}
		return size;
	}

	@Override
	public boolean visit(Resolution resolution, int index) throws DecodeException {
		if (!findData()) {
			return false;
		}
		if (end - position >= SOP_LENGTH && isMarker(bytes, position, Marker.SOP)) {
			position += SOP_LENGTH;
		}
		count = 0;
		try {
			readHeader(resolution, index);
		} catch (DecodeException e) {
			throw new DecodeException(Problem.of(Jpeg2000Text.NEAR_BYTE, e, position - origin), e);
		}
		resolution.countLayer(index);
		return readBody();
	}

	private boolean findData() {
		while (position >= end && body + 1 < bodies.size()) {
			body++;
			position = bodies.get(body).start();
			end = bodies.get(body).end();
		}
		return packed == null ? position < end : packedPosition < packed.length;
	}

	private void readHeader(Resolution resolution, int index) throws DecodeException {
		byte[] source = packed == null ? bytes : packed;
		int limit = packed == null ? end : packed.length;
		bits.start(source, packed == null ? position : packedPosition, limit);
		if (bits.bit() != 0) {
			int layer = resolution.layersRead(index);
			for (Precinct.Part part : resolution.precinct(index).parts()) {
				readBlocks(part, layer, resolution.blockStyle());
			}
		}
		int after = bits.finish();
		if (limit - after >= EPH_LENGTH && isMarker(source, after, Marker.EPH)) {
			after += EPH_LENGTH;
		}
		if (packed == null) {
			position = after;
		} else {
			packedPosition = after;
		}
	}

	private void readBlocks(Precinct.Part part, int layer, int blockStyle) throws DecodeException {
		CodeBlock[] all = part.blocks();
		for (int i = 0; i < all.length; i++) {
			CodeBlock block = all[i];
			int x = i % part.across();
			int y = i / part.across();
			if (block.included) {
				if (bits.bit() == 0) {
					continue;
				}
			} else {
				if (!part.inclusion().isBelow(bits, x, y, layer + 1)) {
					continue;
				}
				block.included = true;
				block.zeroPlanes = part.zeroPlanes().value(bits, x, y);
			}
			lengths.read(block, blockStyle);
		}
	}

	private void note(CodeBlock block, int contribution, int length) {
		if (count == blocks.length) {
			blocks = Arrays.copyOf(blocks, count * 2);
			contributions = Arrays.copyOf(contributions, count * 4);
		}
		blocks[count] = block;
		contributions[count * 2] = contribution;
		contributions[count * 2 + 1] = length;
		count++;
	}

	private boolean readBody() {
		for (int i = 0; i < count; i++) {
			int length = contributions[i * 2 + 1];
			int there = Math.min(length, end - position);
			blocks[i].locate(contributions[i * 2], position, there);
			position += there;
			if (there < length) {
				blocks[i].cut = contributions[i * 2];
				damage.report(Jpeg2000Text.PACKET_TRUNCATED, (long) position - origin + length - there, end - origin);
				return body + 1 < bodies.size();
			}
		}
		return true;
	}

	private static boolean isMarker(byte[] source, int at, int marker) {
		return source[at] == (byte) (marker >> 8) && source[at + 1] == (byte) marker;
	}
}
