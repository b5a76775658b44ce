package org.dicompreview.codec.internal.j2k;

/**
 * A precinct: the code-blocks of its part of each sub-band of a resolution (ISO/IEC 15444-1 B.6, B.7).
 *
 * @param parts one for each sub-band
 */
record Precinct(Part[] parts) {

	/** The part of a precinct in one sub-band. */
	static final class Part {

		private final Subband band;
		private final int across;
		private final CodeBlock[] blocks;
		private final TagTree inclusion;
		private final TagTree zeroPlanes;

		/** @param area in the sub-band's coordinates @param blockX exponent of the code-blocks' width */
		Part(Subband band, Area area, int blockX, int blockY, int coder) {
			this.band = band;
			if (area.isEmpty()) {
				across = 0;
				blocks = new CodeBlock[0];
				inclusion = null;
				zeroPlanes = null;
				return;
			}
			int column0 = area.x0() >> blockX;
			int row0 = area.y0() >> blockY;
			across = (area.x1() - 1 >> blockX) - column0 + 1;
			int down = (area.y1() - 1 >> blockY) - row0 + 1;
			blocks = new CodeBlock[across * down];
			for (int i = 0; i < blocks.length; i++) {
				long left = (long) (column0 + i % across) << blockX;
				long top = (long) (row0 + i / across) << blockY;
				Area cell = area.intersect(left, top, left + (1L << blockX), top + (1L << blockY));
				blocks[i] = new CodeBlock(cell.x0() - band.area().x0(), cell.y0() - band.area().y0(), cell.width(),
						cell.height(), coder);
			}
			inclusion = new TagTree(across, down);
			zeroPlanes = new TagTree(across, down);
		}

		Subband band() {
			return band;
		}

		int across() {
			return across;
		}

		CodeBlock[] blocks() {
			return blocks;
		}

		TagTree inclusion() {
			return inclusion;
		}

		TagTree zeroPlanes() {
			return zeroPlanes;
		}
	}
}
