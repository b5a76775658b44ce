package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** Decodes the values of a channel of a modular image (ISO/IEC 18181-1, H.3). */
final class ChannelDecoder {

	/** Values of a property outside of {@code -RANGE .. RANGE - 1} lead to the same leaf as the nearest one within. */
	private static final int RANGE = 512;

	private final EntropyReader reader;
	private final Bits bits;
	private final MaTree.Walk walk;
	private final int[] leaves;
	private final Channel channel;
	private final int[] values;
	private final int width;
	private final WeightedPredictor weighted;
	private final EarlierChannels earlier;

	/**
	 * For one channel.
	 *
	 * @param image   the image, of which the channels before this one are decoded
	 * @param index   which channel
	 * @param section number of the section
	 */
	ChannelDecoder(ModularImage image, int index, int section, EntropyReader reader, Bits bits) {
		this.reader = reader;
		this.bits = bits;
		channel = image.channels.get(index);
		width = channel.width;
		values = channel.allocate();
		walk = image.tree.walk(index, section);
		leaves = walk.leaves;
		weighted = walk.weighted ? new WeightedPredictor(image.weights, width) : null;
		earlier = walk.mostProperty < MaTree.EARLIER ? null
				: new EarlierChannels(image.channels, index, walk.mostProperty);
	}

	/** Decodes all of it. */
	void decode() throws DecodeException {
		if (walk.leafCount == 1) {
			decodeWithoutTree();
			return;
		}
		boolean small = walk.least >= -RANGE && walk.most < RANGE - 1;
		if (small && walk.onlyProperty == MaTree.GRADIENT && weighted == null) {
			decodeByGradient(leavesByProperty());
		} else if (small && walk.onlyProperty == MaTree.ERROR) {
			decodeByError(leavesByProperty());
		} else {
			decodeByTree();
		}
	}

	private int[] leavesByProperty() {
		int[] result = new int[2 * RANGE];
		int[] nodes = walk.nodes;
		for (int i = 0; i < result.length; i++) {
			int node = 0;
			while (nodes[node] >= 0) {
				node = nodes[node + (i - RANGE > nodes[node + 1] ? 2 : 3)];
			}
			result[i] = nodes[node + 1];
		}
		return result;
	}

	private void endRow() throws DecodeException {
		if (weighted != null) {
			weighted.nextRow();
		}
		bits.check();
	}

	private void decodeWithoutTree() throws DecodeException {
		int cluster = leaves[0];
		int predictor = leaves[1];
		int offset = leaves[2];
		int multiplier = leaves[3];
		for (int y = 0; y < channel.height; y++) {
			int at = y * width;
			for (int x = 0; x < width; x++) {
				int value = Bits.signed(reader.readCluster(cluster)) * multiplier + offset;
				if (predictor != Predictors.ZERO) {
					value += Predictors.predict(predictor, values, width, x, y, weighted);
				}
				values[at + x] = value;
				if (weighted != null) {
					weighted.update(x, value);
				}
			}
			endRow();
		}
	}

	private void decodeByGradient(int[] leafOf) throws DecodeException {
		for (int y = 0; y < channel.height; y++) {
			int at = y * width;
			for (int x = 0; x < width; x++) {
				int left = x > 0 ? values[at + x - 1] : y > 0 ? values[at - width] : 0;
				int top = y > 0 ? values[at + x - width] : left;
				int corner = x > 0 && y > 0 ? values[at + x - width - 1] : left;
				int leaf = leafOf[Numbers.clamp(left + top - corner, -RANGE, RANGE - 1) + RANGE];
				int predictor = leaves[leaf + 1];
				int guess = predictor == Predictors.GRADIENT ? Predictors.gradient(left, top, corner)
						: Predictors.predict(predictor, values, width, x, y, null);
				values[at + x] = Bits.signed(reader.readCluster(leaves[leaf])) * leaves[leaf + 3] + leaves[leaf + 2]
						+ guess;
			}
			endRow();
		}
	}

	private void decodeByError(int[] leafOf) throws DecodeException {
		for (int y = 0; y < channel.height; y++) {
			int at = y * width;
			for (int x = 0; x < width; x++) {
				int guess = Predictors.predict(Predictors.WEIGHTED, values, width, x, y, weighted);
				int leaf = leafOf[Numbers.clamp(weighted.largestError, -RANGE, RANGE - 1) + RANGE];
				if (leaves[leaf + 1] != Predictors.WEIGHTED) {
					guess = Predictors.predict(leaves[leaf + 1], values, width, x, y, null);
				}
				int value = Bits.signed(reader.readCluster(leaves[leaf])) * leaves[leaf + 3] + leaves[leaf + 2]
						+ guess;
				values[at + x] = value;
				weighted.update(x, value);
			}
			endRow();
		}
	}

	private void decodeByTree() throws DecodeException {
		int[] nodes = walk.nodes;
		int[] properties = new int[Math.max(MaTree.EARLIER, walk.mostProperty + 4)];
		for (int y = 0; y < channel.height; y++) {
			int at = y * width;
			properties[2] = y;
			int gradient = 0;
			for (int x = 0; x < width; x++) {
				int here = at + x;
				int left = x > 0 ? values[here - 1] : y > 0 ? values[here - width] : 0;
				int top = y > 0 ? values[here - width] : left;
				int corner = x > 0 && y > 0 ? values[here - width - 1] : left;
				int topRight = x + 1 < width && y > 0 ? values[here - width + 1] : top;
				int leftLeft = x > 1 ? values[here - 2] : left;
				int topTop = y > 1 ? values[here - 2 * width] : top;
				properties[3] = x;
				properties[4] = Math.abs(top);
				properties[5] = Math.abs(left);
				properties[6] = top;
				properties[7] = left;
				properties[8] = left - gradient;
				gradient = left + top - corner;
				properties[9] = gradient;
				properties[10] = left - corner;
				properties[11] = corner - top;
				properties[12] = top - topRight;
				properties[13] = top - topTop;
				properties[14] = left - leftLeft;
				int corrected = 0;
				if (weighted != null) {
					corrected = weighted.predict(x, top, left, topRight, corner, topTop);
					properties[15] = weighted.largestError;
				}
				if (earlier != null) {
					earlier.put(x, y, properties);
				}
				int node = 0;
				int property;
				while ((property = nodes[node]) >= 0) {
					node = nodes[node + (properties[property] > nodes[node + 1] ? 2 : 3)];
				}
				int leaf = nodes[node + 1];
				int farRight = x + 2 < width && y > 0 ? values[here - width + 2] : topRight;
				int value = Predictors.guess(leaves[leaf + 1], left, top, corner, topRight, leftLeft, topTop, farRight,
						corrected) + Bits.signed(reader.readCluster(leaves[leaf])) * leaves[leaf + 3] + leaves[leaf + 2];
				values[here] = value;
				if (weighted != null) {
					weighted.update(x, value);
				}
			}
			endRow();
		}
	}
}
