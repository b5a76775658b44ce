package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/**
 * The tree that chooses predictor and context for each value of a modular image by properties of its surroundings
 * (ISO/IEC 18181-1, H.4).
 */
final class MaTree {

	/** Properties that are the same for a whole channel: its number and that of the section. */
	static final int STATIC = 2;
	/** The property of the local gradient. */
	static final int GRADIENT = 9;
	/** The property of the errors of the self-correcting predictor. */
	static final int ERROR = 15;
	/** Properties of this number and above are those of earlier channels, four for each. */
	static final int EARLIER = 16;
	/** Numbers of a node in {@link Walk#nodes}. */
	static final int NODE = 4;

	private static final int CONTEXTS = 6;
	private static final int MAX_DEPTH = 2048;
	private static final int MAX_PROPERTY = 256;

	/** {@link #NODE} numbers for each node: property (-1: a leaf), value, the child for larger values, the other. */
	private int[] nodes = new int[NODE * 64];
	private int[] depths = new int[64];
	private int count;
	private int leaves;
	/** For each leaf: predictor, offset, multiplier. */
	private int[] leafNumbers = new int[3 * 64];
	/** How values are coded. */
	final EntropyCode code;

	/**
	 * Reads the tree and the code of the values.
	 *
	 * @param most how many nodes it may have
	 */
	MaTree(Bits bits, int most) throws DecodeException {
		EntropyReader reader = new EntropyReader(EntropyCode.read(bits, CONTEXTS), bits, 0);
		for (int open = 1; open > 0; open--) {
			if (count >= most) {
				throw new DecodeException(JxlText.TREE_TOO_LARGE, most);
			}
			if (count + open + 2 > depths.length) {
				int size = Math.max(2 * depths.length, count + open + 2);
				depths = Arrays.copyOf(depths, size);
				nodes = Arrays.copyOf(nodes, NODE * size);
			}
			int property = reader.read(1) - 1;
			if (property >= MAX_PROPERTY || property < -1) {
				throw new DecodeException(JxlText.TREE_PROPERTY_UNKNOWN, property);
			}
			if (property < 0) {
				readLeaf(reader);
			} else {
				readSplit(reader, property, count + open);
				open += 2;
			}
			count++;
			bits.check();
		}
		reader.end();
		code = EntropyCode.read(bits, leaves);
	}

	private void readSplit(EntropyReader reader, int property, int child) throws DecodeException {
		int at = NODE * count;
		nodes[at] = property;
		nodes[at + 1] = Bits.signed(reader.read(0));
		nodes[at + 2] = child;
		nodes[at + 3] = child + 1;
		int depth = depths[count] + 1;
		if (depth > MAX_DEPTH) {
			throw new DecodeException(JxlText.TREE_TOO_DEEP);
		}
		depths[child] = depth;
		depths[child + 1] = depth;
	}

	private void readLeaf(EntropyReader reader) throws DecodeException {
		int predictor = reader.read(2);
		int offset = Bits.signed(reader.read(3));
		int shift = reader.read(4);
		int factor = reader.read(5);
		if (predictor < 0 || predictor >= Predictors.COUNT || shift < 0 || shift > 30 || factor < 0
				|| factor >= (1L << 31 - shift) - 1) {
			throw new DecodeException(JxlText.TREE_LEAF_INVALID);
		}
		if (3 * leaves == leafNumbers.length) {
			leafNumbers = Arrays.copyOf(leafNumbers, 2 * leafNumbers.length);
		}
		leafNumbers[3 * leaves] = predictor;
		leafNumbers[3 * leaves + 1] = offset;
		leafNumbers[3 * leaves + 2] = factor + 1 << shift;
		nodes[NODE * count] = -1;
		nodes[NODE * count + 1] = leaves++;
	}

	/** The part of a tree that a channel needs, its leaves with what follows from them. */
	static final class Walk {

		/** {@link #NODE} numbers for each node, the first one being the root; children are indices into this. */
		int[] nodes = new int[NODE * 8];
		/** For each leaf: cluster, predictor, offset, multiplier. */
		int[] leaves = new int[4 * 8];
		int size;
		int leafCount;
		/** The highest property that is asked for. */
		int mostProperty = -1;
		/** The only property that is asked for, -1 if there are several or none. */
		int onlyProperty = -1;
		/** Whether the self-correcting predictor or its property is asked for. */
		boolean weighted;
		int least = Integer.MAX_VALUE;
		int most = Integer.MIN_VALUE;

		private int add() {
			if (size == nodes.length) {
				nodes = Arrays.copyOf(nodes, 2 * size);
			}
			size += NODE;
			return size - NODE;
		}

		private void split(int at, int property, int value) {
			nodes[at] = property;
			nodes[at + 1] = value;
			onlyProperty = mostProperty < 0 || onlyProperty == property ? property : -1;
			mostProperty = Math.max(mostProperty, property);
			weighted |= property == ERROR;
			least = Math.min(least, value);
			most = Math.max(most, value);
		}

		private void leaf(int at, int cluster, int predictor, int offset, int multiplier) {
			if (4 * leafCount == leaves.length) {
				leaves = Arrays.copyOf(leaves, 2 * leaves.length);
			}
			int to = 4 * leafCount;
			leaves[to] = cluster;
			leaves[to + 1] = predictor;
			leaves[to + 2] = offset;
			leaves[to + 3] = multiplier;
			nodes[at] = -1;
			nodes[at + 1] = to;
			leafCount++;
			weighted |= predictor == Predictors.WEIGHTED;
		}
	}

	/** {@return what is left of the tree for a channel of a section} */
	Walk walk(int channel, int section) {
		Walk walk = new Walk();
		int[] from = new int[MAX_DEPTH + 2];
		int[] link = new int[MAX_DEPTH + 2];
		int pending = 1;
		link[0] = -1;
		while (pending > 0) {
			pending--;
			int node = settle(from[pending], channel, section);
			int at = walk.add();
			if (link[pending] >= 0) {
				walk.nodes[link[pending]] = at;
			}
			if (nodes[node] < 0) {
				int leaf = nodes[node + 1];
				walk.leaf(at, code.cluster(leaf), leafNumbers[3 * leaf], leafNumbers[3 * leaf + 1],
						leafNumbers[3 * leaf + 2]);
			} else {
				walk.split(at, nodes[node], nodes[node + 1]);
				from[pending] = NODE * nodes[node + 3];
				link[pending++] = at + 3;
				from[pending] = NODE * nodes[node + 2];
				link[pending++] = at + 2;
			}
		}
		return walk;
	}

	/** {@return the node at or below this one that does not only depend on the channel} */
	private int settle(int start, int channel, int section) {
		int node = start;
		while (nodes[node] >= 0 && nodes[node] < STATIC) {
			int property = nodes[node] == 0 ? channel : section;
			node = NODE * nodes[node + (property > nodes[node + 1] ? 2 : 3)];
		}
		return node;
	}
}
