package org.dicompreview.codec.internal.j2k;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;

/**
 * The headers of a codestream and where the packets of its tiles lie (ISO/IEC 15444-1 annex A). Damage in a tile-part's
 * header costs the rest of the codestream, not what came before.
 */
final class Codestream {

	/** A stretch of packets. @param start first byte @param end after the last */
	record Stretch(int start, int end) {
	}

	/** What is known of one tile. */
	static final class Tile {

		private CodingParameters parameters;
		private boolean own;
		private final List<Stretch> bodies = new ArrayList<>();
		private ByteArrayOutputStream packedHeaders;

		private Tile(CodingParameters main) {
			parameters = main;
		}

		CodingParameters parameters() {
			return parameters;
		}

		/** {@return where its packets lie, in order} */
		List<Stretch> bodies() {
			return bodies;
		}

		/** {@return the headers of its packets if they stand apart, otherwise null} */
		byte[] packedHeaders() {
			return packedHeaders == null ? null : packedHeaders.toByteArray();
		}

		private CodingParameters ownParameters() {
			if (!own) {
				parameters = new CodingParameters(parameters);
				own = true;
			}
			return parameters;
		}

		private void addHeaders(byte[] bytes, int from, int to) {
			if (packedHeaders == null) {
				packedHeaders = new ByteArrayOutputStream();
			}
			packedHeaders.write(bytes, from, to - from);
		}
	}

	private final byte[] bytes;
	private final int end;
	private final Damage damage;
	private final Map<Integer, Tile> tiles = new TreeMap<>();
	private final Map<Integer, byte[]> packed = new TreeMap<>();
	private ImageGrid grid;
	private List<ImageGrid.Component> samples;
	private CodingParameters main;
	private boolean mixedBlocks;
	private int position;
	private byte[] packedMain;
	private int packedPosition;

	private Codestream(byte[] bytes, int start, int end, Damage damage) {
		this.bytes = bytes;
		this.end = end;
		this.damage = damage;
		position = start;
	}

	/** Reads the headers of {@code bytes[start .. end)}, which begins with SOC. */
	static Codestream read(byte[] bytes, int start, int end, int maxComponents, Damage damage)
			throws DecodeException {
		Codestream result = new Codestream(bytes, start, end, damage);
		result.readMainHeader(maxComponents);
		try {
			result.readTileParts();
		} catch (DecodeException e) {
			damage.report(e.problem());
		}
		return result;
	}

	byte[] bytes() {
		return bytes;
	}

	ImageGrid grid() {
		return grid;
	}

	/** {@return the components as they are after the last transform} */
	List<ImageGrid.Component> samples() {
		return samples;
	}

	CodingParameters main() {
		return main;
	}

	/** {@return the tiles that have at least one tile-part, by index} */
	Map<Integer, Tile> tiles() {
		return tiles;
	}

	/** {@return whether blocks of both coders may stand side by side (Ccap15, ISO/IEC 15444-15 A.3)} */
	boolean mixedBlocks() {
		return mixedBlocks;
	}

	private void readMainHeader(int maxComponents) throws DecodeException {
		position += 2;
		while (marker() != Marker.SOT) {
			int marker = marker();
			ByteReader in = segment();
			if (grid == null) {
				if (marker != Marker.SIZ) {
					throw new DecodeException(Jpeg2000Text.SIZ_NOT_FIRST);
				}
				grid = ImageGrid.read(in, maxComponents);
				samples = grid.components();
				main = new CodingParameters(grid.components().size());
			} else if (marker == Marker.CAP) {
				readCapabilities(in);
			} else if (marker == Marker.CBD) {
				samples = grid.transformed(in);
			} else if (marker == Marker.PPM) {
				packed.put(in.u8(), in.rest());
			} else if (marker == Marker.NLT) {
				throw new DecodeException(Jpeg2000Text.POINT_TRANSFORM_UNSUPPORTED);
			} else {
				main.take(marker, in);
			}
		}
		if (grid == null) {
			throw new DecodeException(Jpeg2000Text.SIZ_MISSING);
		}
		main.checkComplete();
		joinPacked();
	}

	private void readCapabilities(ByteReader in) throws DecodeException {
		long parts = in.u32();
		for (int part = 1; part <= 32; part++) {
			if ((parts & 1L << 32 - part) != 0) {
				int value = in.u16();
				mixedBlocks |= part == 15 && value >> 14 == 3;
			}
		}
	}

	private void joinPacked() {
		if (!packed.isEmpty()) {
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			packed.values().forEach(all::writeBytes);
			packedMain = all.toByteArray();
			packed.clear();
		}
	}

	private void readTileParts() throws DecodeException {
		while (end - position >= 2 && marker() == Marker.SOT) {
			int start = position;
			ByteReader in = segment();
			int index = in.u16();
			long length = in.u32();
			if (index >= grid.tiles()) {
				throw new DecodeException(Jpeg2000Text.TILE_INDEX, start, index, grid.tiles());
			}
			Tile tile = tiles.computeIfAbsent(index, any -> new Tile(main));
			readTileHeader(tile);
			int stop = bodyEnd(start, length);
			tile.bodies.add(new Stretch(position, stop));
			position = stop;
		}
		if (end - position < 2) {
			damage.report(Jpeg2000Text.NO_END_MARKER);
		} else if (marker() != Marker.EOC) {
			damage.report(Jpeg2000Text.NO_TILE_PART, position);
		}
	}

	private int bodyEnd(int start, long length) {
		if (length == 0) { // up to the end of the codestream
			int last = end;
			while (last > position && bytes[last - 1] == 0) {
				last--; // padding to an even length
			}
			boolean marked = last - position >= 2 && bytes[last - 2] == (byte) 0xFF && bytes[last - 1] == (byte) 0xD9;
			return marked ? last - 2 : end;
		}
		long stop = start + length;
		if (stop > end) {
			damage.report(Jpeg2000Text.TILE_PART_TRUNCATED, stop, end);
			return end;
		}
		return (int) Math.max(stop, position);
	}

	private void readTileHeader(Tile tile) throws DecodeException {
		Map<Integer, byte[]> parts = new TreeMap<>();
		while (marker() != Marker.SOD) {
			int marker = marker();
			ByteReader in = segment();
			if (marker == Marker.PPT) {
				parts.put(in.u8(), in.rest());
			} else if (changesCoding(marker)) {
				tile.ownParameters().take(marker, in);
			}
		}
		position += 2;
		parts.values().forEach(part -> tile.addHeaders(part, 0, part.length));
		takePacked(tile);
	}

	private static boolean changesCoding(int marker) {
		return switch (marker) {
			case Marker.COD, Marker.COC, Marker.QCD, Marker.QCC, Marker.RGN, Marker.POC, Marker.MCT, Marker.MCC,
					Marker.MCO ->
				true;
			default -> false;
		};
	}

	/** Hands the tile-part its share of the packet headers in the main header: each share begins with its length. */
	private void takePacked(Tile tile) throws DecodeException {
		if (packedMain == null) {
			return;
		}
		ByteReader in = new ByteReader(packedMain, packedPosition, packedMain.length);
		long length = in.remaining() == 0 ? 0 : in.u32();
		int from = in.position();
		int to = (int) Math.min(packedMain.length, from + length);
		tile.addHeaders(packedMain, from, to);
		packedPosition = to;
	}

	private int marker() throws DecodeException {
		if (end - position < 2) {
			throw new DecodeException(Jpeg2000Text.ENDS_BEFORE_MARKER, end);
		}
		int marker = (bytes[position] & 0xFF) << 8 | bytes[position + 1] & 0xFF;
		if (marker < 0xFF00) {
			throw new DecodeException(Jpeg2000Text.NO_MARKER, Marker.name(marker), position);
		}
		return marker;
	}

	/** Steps over the marker segment and returns a reader of its parameters. */
	private ByteReader segment() throws DecodeException {
		int marker = marker();
		int start = position;
		position += 2;
		if (Marker.standsAlone(marker)) {
			return new ByteReader(bytes, position, position);
		}
		int length = new ByteReader(bytes, position, end).u16();
		if (length < 2 || length > end - position) {
			throw new DecodeException(Jpeg2000Text.SEGMENT_TRUNCATED, Marker.name(marker), start, length, end - position);
		}
		ByteReader in = new ByteReader(bytes, position + 2, position + length);
		position += length;
		return in;
	}
}
