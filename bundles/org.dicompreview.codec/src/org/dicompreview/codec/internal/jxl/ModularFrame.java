package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * The modular image of a frame: colours, if they are coded so, and extra channels (ISO/IEC 18181-1, G.1.3, G.2.3,
 * G.4.2).
 */
final class ModularFrame {

	/** Sections that hold quantisation tables come between those of groups of low frequencies and others. */
	private static final int TABLES = 17;
	private static final int MAX_TREE = 1 << 20;

	private final FrameHeader header;
	private final long limit;
	private final int first;
	/** The tree that sections may use, or null. */
	final MaTree tree;
	/** All channels. */
	final ModularImage image;

	/**
	 * Reads what is there for all groups, without channels.
	 *
	 * @param limit how many values the channels may have
	 */
	ModularFrame(Bits bits, FrameHeader header, ImageHeader head, long limit) throws DecodeException {
		this.header = header;
		this.limit = limit;
		long values = (long) header.width * header.height * (colours(header, head) + head.extra.length);
		tree = bits.flag() ? new MaTree(bits, (int) Math.min(MAX_TREE, 1024 + values / 16)) : null;
		image = new ModularImage(channels(header, head), head.depth.bits());
		image.readTransforms(bits, limit);
		first = image.firstLargerThan(header.group());
	}

	/** {@return how many channels the colours of the frame have} */
	static int colours(FrameHeader header, ImageHeader head) {
		return head.xyb || header.ycc || !header.modular || !head.colours.grey() ? 3 : 1;
	}

	private static List<Channel> channels(FrameHeader header, ImageHeader head) {
		List<Channel> channels = new ArrayList<>();
		int colours = header.modular ? colours(header, head) : 0;
		for (int c = 0; c < colours; c++) {
			int shiftX = header.shiftX[c];
			int shiftY = header.shiftY[c];
			channels.add(new Channel(Numbers.ceilShift(header.width, shiftX), Numbers.ceilShift(header.height, shiftY),
					shiftX, shiftY));
		}
		for (int upsampling : header.extraUpsampling) {
			int shift = Integer.numberOfTrailingZeros(upsampling)
					- Integer.numberOfTrailingZeros(header.upsampling);
			int down = upsampling << 3 * header.lfLevel;
			channels.add(new Channel(Numbers.ceilDiv(header.fullWidth, down), Numbers.ceilDiv(header.fullHeight, down),
					shift, shift));
		}
		return channels;
	}

	/** Reads the channels that do not come in groups. */
	void readGlobal(Bits bits) throws DecodeException {
		image.readChannels(bits, 0, tree, 0, first);
	}

	private int lfGroups() {
		return header.lfGroupsAcross() * header.lfGroupsDown();
	}

	/** {@return the number of the section with the low frequencies of a group} */
	static int lfSection(int group) {
		return 1 + group;
	}

	/** {@return the number of the section that says how high frequencies of a group are coded} */
	int metadataSection(int group) {
		return 1 + 2 * lfGroups() + group;
	}

	/** {@return the number of the section with a quantisation table} */
	int tableSection(int table) {
		return 1 + 3 * lfGroups() + table;
	}

	/** Reads the channels of a group of low frequencies, those that are subsampled by 8 or more. */
	void readLfGroup(Bits bits, int group) throws DecodeException {
		int size = header.group() << 3;
		readPart(bits, 1 + lfGroups() + group, group % header.lfGroupsAcross() * size,
				group / header.lfGroupsAcross() * size, size, 3, Integer.MAX_VALUE);
	}

	/** Reads the channels of a group in a pass. */
	void readGroup(Bits bits, int pass, int group) throws DecodeException {
		int size = header.group();
		int groups = header.groupsAcross() * header.groupsDown();
		int most = pass == 0 ? 2 : header.passLeast[pass - 1] - 1;
		readPart(bits, 1 + 3 * lfGroups() + TABLES + pass * groups + group, group % header.groupsAcross() * size,
				group / header.groupsAcross() * size, size, header.passLeast[pass], most);
	}

	private void readPart(Bits bits, int section, int x0, int y0, int size, int leastShift, int mostShift)
			throws DecodeException {
		List<Channel> parts = new ArrayList<>();
		List<Channel> wholes = new ArrayList<>();
		for (Channel each : image.channels.subList(first, image.channels.size())) {
			int shift = Math.min(each.shiftX, each.shiftY);
			int left = x0 >> Math.max(0, each.shiftX);
			int top = y0 >> Math.max(0, each.shiftY);
			int width = Math.min(size >> Math.max(0, each.shiftX), each.width - left);
			int height = Math.min(size >> Math.max(0, each.shiftY), each.height - top);
			if (shift >= leastShift && shift <= mostShift && width > 0 && height > 0) {
				parts.add(new Channel(width, height, each.shiftX, each.shiftY));
				wholes.add(each);
			}
		}
		if (parts.isEmpty()) {
			return;
		}
		ModularImage part = new ModularImage(parts, image.depth);
		part.readTransforms(bits, limit);
		try {
			part.readChannels(bits, section, tree, 0, part.channels.size());
		} finally {
			part.undoTransforms(1);
			for (int i = 0; i < wholes.size(); i++) {
				copy(part.channels.get(i), wholes.get(i), x0, y0);
			}
		}
	}

	private static void copy(Channel part, Channel whole, int x0, int y0) {
		int left = x0 >> Math.max(0, whole.shiftX);
		int top = y0 >> Math.max(0, whole.shiftY);
		for (int y = 0; y < part.height; y++) {
			System.arraycopy(part.values, y * part.width, whole.values, (top + y) * whole.width + left, part.width);
		}
	}

	/** Makes room for the channels that come in groups, before the first group is read. */
	void allocate() {
		for (Channel each : image.channels) {
			each.allocate();
		}
	}
}
