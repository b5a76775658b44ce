package org.dicompreview.codec.internal.j2k;

import java.util.List;

/** A resolution of a tile-component and the precincts into which it is cut. Precincts are made when a packet needs them. */
final class Resolution {

	/** Bytes that a precinct's and a code-block's bookkeeping take at most, for the limit on both. */
	private static final long PRECINCT_COST = 400;
	private static final long BLOCK_COST = 120;

	private final Area area;
	private final List<Subband> bands;
	private final int precinctX;
	private final int precinctY;
	private final int blockX;
	private final int blockY;
	private final int across;
	private final int down;
	private final int blockStyle;
	private Precinct[] precincts;
	private int[] layers;

	Resolution(Area area, List<Subband> bands, CodingStyle style, int index) {
		this.area = area;
		this.bands = bands;
		precinctX = style.precinctWidth(index);
		precinctY = style.precinctHeight(index);
		int halving = index == 0 ? 0 : 1;
		blockX = Math.min(style.blockWidth(), precinctX - halving);
		blockY = Math.min(style.blockHeight(), precinctY - halving);
		blockStyle = style.blockStyle();
		across = area.isEmpty() ? 0 : cells(area.x0(), area.x1(), precinctX);
		down = area.isEmpty() ? 0 : cells(area.y0(), area.y1(), precinctY);
	}

	private static int cells(int from, int to, int exponent) {
		return (int) ((to + (1L << exponent) - 1 >> exponent) - (from >> exponent));
	}

	/** {@return an upper limit of the memory that precincts and code-blocks may take, in bytes} */
	long cost() {
		long blocks = 0;
		for (Subband band : bands) {
			if (!band.area().isEmpty()) {
				blocks += (cells(band.area().x0(), band.area().x1(), blockX) + (long) across)
						* (cells(band.area().y0(), band.area().y1(), blockY) + (long) down);
			}
		}
		return (long) across * down * PRECINCT_COST + blocks * BLOCK_COST;
	}

	Area area() {
		return area;
	}

	List<Subband> bands() {
		return bands;
	}

	/** {@return the code-block style bits of the component} */
	int blockStyle() {
		return blockStyle;
	}

	int across() {
		return across;
	}

	int precincts() {
		return across * down;
	}

	/** {@return how many layers of a precinct have been read} */
	int layersRead(int precinct) {
		return layers == null ? 0 : layers[precinct];
	}

	/** Notes that one more layer of a precinct has been read. */
	void countLayer(int precinct) {
		if (layers == null) {
			layers = new int[precincts()];
		}
		layers[precinct]++;
	}

	/** {@return the left edge of a column of precincts on this resolution's grid; may lie left of the area} */
	long left(int column) {
		return (long) (area.x0() >> precinctX) + column << precinctX;
	}

	/** {@return the top edge of a row of precincts on this resolution's grid; may lie above the area} */
	long top(int row) {
		return (long) (area.y0() >> precinctY) + row << precinctY;
	}

	/** {@return the precinct, {@code null} if no packet needed it} */
	Precinct existing(int precinct) {
		return precincts == null ? null : precincts[precinct];
	}

	/** {@return the precinct} */
	Precinct precinct(int index) {
		if (precincts == null) {
			precincts = new Precinct[precincts()];
		}
		if (precincts[index] == null) {
			precincts[index] = newPrecinct(left(index % across), top(index / across));
		}
		return precincts[index];
	}

	private Precinct newPrecinct(long left, long top) {
		int coder = (blockStyle & CodingStyle.HIGH_THROUGHPUT) != 0 ? CodeBlock.UNDECIDED : CodeBlock.PLAIN;
		Precinct.Part[] parts = new Precinct.Part[bands.size()];
		for (int i = 0; i < parts.length; i++) {
			Subband band = bands.get(i);
			int halving = band.orientation() == 0 ? 0 : 1;
			Area part = band.area().intersect(left >> halving, top >> halving, left + (1L << precinctX) >> halving,
					top + (1L << precinctY) >> halving);
			parts[i] = new Precinct.Part(band, part, blockX, blockY, coder);
		}
		return new Precinct(parts);
	}
}
