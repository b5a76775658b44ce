package org.dicompreview.codec.internal.j2k;

import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * The SIZ marker segment (ISO/IEC 15444-1 A.5.1): the image and its tiles on the reference grid.
 *
 * @param capabilities Rsiz
 * @param x0           left edge of the image
 * @param y0           top edge of the image
 * @param x1           right edge, exclusive
 * @param y1           bottom edge, exclusive
 * @param tileX0       left edge of the first tile
 * @param tileY0       top edge of the first tile
 * @param tileWidth    nominal width of a tile
 * @param tileHeight   nominal height of a tile
 * @param components   the components
 */
record ImageGrid(int capabilities, int x0, int y0, int x1, int y1, int tileX0, int tileY0, int tileWidth,
		int tileHeight, List<Component> components) {

	private static final int MAX_TILES = 65535;

	/**
	 * One component.
	 *
	 * @param precision bits of a value, 1-38
	 * @param signed    whether values are signed
	 * @param stepX     horizontal sub-sampling, 1-255
	 * @param stepY     vertical sub-sampling, 1-255
	 */
	record Component(int precision, boolean signed, int stepX, int stepY) {
	}

	/** Reads the segment behind its length field. */
	static ImageGrid read(ByteReader in, int maxComponents) throws DecodeException {
		int capabilities = in.u16();
		int x1 = in.u31(Jpeg2000Text.IMAGE_WIDTH, 1);
		int y1 = in.u31(Jpeg2000Text.IMAGE_HEIGHT, 1);
		int x0 = in.u31(Jpeg2000Text.IMAGE_OFFSET, 0);
		int y0 = in.u31(Jpeg2000Text.IMAGE_OFFSET, 0);
		int tileWidth = in.size(Jpeg2000Text.TILE_WIDTH);
		int tileHeight = in.size(Jpeg2000Text.TILE_HEIGHT);
		int tileX0 = in.u31(Jpeg2000Text.TILE_OFFSET, 0);
		int tileY0 = in.u31(Jpeg2000Text.TILE_OFFSET, 0);
		int count = in.u16();
		if (count < 1 || count > maxComponents) {
			throw new DecodeException(Jpeg2000Text.COMPONENT_COUNT, count, maxComponents);
		}
		Component[] components = new Component[count];
		for (int i = 0; i < count; i++) {
			components[i] = component(in.u8(), in.u8(), in.u8());
		}
		ImageGrid grid = new ImageGrid(capabilities, x0, y0, x1, y1, tileX0, tileY0, tileWidth, tileHeight,
				List.of(components));
		grid.check();
		return grid;
	}

	private static Component component(int depth, int stepX, int stepY) throws DecodeException {
		int precision = (depth & 0x7F) + 1;
		if (precision > 38 || stepX == 0 || stepY == 0) {
			throw new DecodeException(Jpeg2000Text.COMPONENT_SIZE, precision, stepX, stepY);
		}
		return new Component(precision, (depth & 0x80) != 0, stepX, stepY);
	}

	/**
	 * Reads a CBD segment (ISO/IEC 15444-2 annex A): depths and signs of components after their transform.
	 *
	 * @return the components with these
	 */
	List<Component> transformed(ByteReader in) throws DecodeException {
		int count = in.u16();
		boolean alike = (count & 0x8000) != 0;
		if ((count & 0x7FFF) != components.size()) {
			throw new DecodeException(Jpeg2000Text.COMPONENT_MAPPING_UNSUPPORTED, count & 0x7FFF, components.size());
		}
		Component[] result = new Component[components.size()];
		int depth = 0;
		for (int i = 0; i < result.length; i++) {
			depth = alike && i > 0 ? depth : in.u8();
			result[i] = component(depth, components.get(i).stepX(), components.get(i).stepY());
		}
		return List.of(result);
	}

	private void check() throws DecodeException {
		boolean outside = x0 >= x1 || y0 >= y1 || tileX0 > x0 || tileY0 > y0
				|| (long) tileX0 + tileWidth <= x0 || (long) tileY0 + tileHeight <= y0;
		if (outside) {
			throw new DecodeException(Jpeg2000Text.AREA_AND_TILES);
		}
		if ((long) tilesAcross() * tilesDown() > MAX_TILES) {
			throw new DecodeException(Jpeg2000Text.TOO_MANY_TILES, MAX_TILES);
		}
	}

	int tilesAcross() {
		return ceilDiv((long) x1 - tileX0, tileWidth);
	}

	int tilesDown() {
		return ceilDiv((long) y1 - tileY0, tileHeight);
	}

	int tiles() {
		return tilesAcross() * tilesDown();
	}

	/** {@return the area of a tile on the reference grid} */
	Area tile(int index) {
		long left = tileX0 + (long) (index % tilesAcross()) * tileWidth;
		long top = tileY0 + (long) (index / tilesAcross()) * tileHeight;
		return new Area((int) Math.max(left, x0), (int) Math.max(top, y0), (int) Math.min(left + tileWidth, x1),
				(int) Math.min(top + tileHeight, y1));
	}

	/** {@return the image area on the reference grid} */
	Area area() {
		return new Area(x0, y0, x1, y1);
	}

	static int ceilDiv(long value, long by) {
		return (int) ((value + by - 1) / by);
	}
}
