package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.List;

/** The properties that a value has by the channels before its own (ISO/IEC 18181-1, H.4.1). */
final class EarlierChannels {

	private static final int EACH = 4;

	private final int[][] channels;
	private final int width;

	/**
	 * For a channel.
	 *
	 * @param all   all channels
	 * @param index the channel
	 * @param most  the highest property that is asked for
	 */
	EarlierChannels(List<Channel> all, int index, int most) {
		Channel channel = all.get(index);
		width = channel.width;
		List<int[]> found = new ArrayList<>();
		for (int i = index - 1; i >= 0 && MaTree.EARLIER + EACH * found.size() <= most; i--) {
			if (all.get(i).liesAs(channel)) {
				found.add(all.get(i).values);
			}
		}
		channels = found.toArray(new int[0][]);
	}

	/** Puts the properties of a value after the others. */
	void put(int x, int y, int[] properties) {
		int at = y * width + x;
		int to = MaTree.EARLIER;
		for (int[] values : channels) {
			int value = values[at];
			int left = x > 0 ? values[at - 1] : 0;
			int top = y > 0 ? values[at - width] : left;
			int corner = x > 0 && y > 0 ? values[at - width - 1] : left;
			int difference = value - Predictors.gradient(left, top, corner);
			properties[to] = Math.abs(value);
			properties[to + 1] = value;
			properties[to + 2] = Math.abs(difference);
			properties[to + 3] = difference;
			to += EACH;
		}
	}
}
