package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * Channels of integers with the transforms that were done to them: a modular sub-bitstream (ISO/IEC 18181-1, annex H).
 */
final class ModularImage {

	private static final int MAX_TREE = 1 << 20;
	private static final int SMALL_TREE = 1024;
	private static final int FIRST_PREVIEW = 8;
	private static final int MAX_SHIFT = 30;

	/** Decoded so far, as they are coded; as they were before the transforms after {@link #undoTransforms}. */
	final List<Channel> channels;
	/** How many of them at the beginning are palettes and the like. */
	int metaChannels;
	final List<Transform> transforms = new ArrayList<>();
	/** Bits of the image's samples. */
	final int depth;
	WeightedPredictor.Parameters weights;
	MaTree tree;
	private boolean useGlobalTree;

	/**
	 * An image.
	 *
	 * @param channels what it is made of
	 * @param depth    bits of the image's samples, for palettes that are not stored
	 */
	ModularImage(List<Channel> channels, int depth) {
		this.channels = new ArrayList<>(channels);
		this.depth = depth;
	}

	/**
	 * Reads the transforms.
	 *
	 * @param limit how many values all channels may have
	 */
	void readTransforms(Bits bits, long limit) throws DecodeException {
		if (channels.isEmpty()) {
			return;
		}
		useGlobalTree = bits.flag();
		weights = WeightedPredictor.Parameters.read(bits);
		for (int count = bits.u32(0, 0, 1, 0, 2, 4, 18, 8); count > 0; count--) {
			Transform transform = Transform.read(bits);
			bits.check();
			transforms.add(applied(transform));
			checkSize(limit);
		}
		bits.check();
	}

	/**
	 * Reads channels; those that were read keep their values if a later one cannot be.
	 *
	 * @param section number of the section
	 * @param global  the tree of the frame, or null
	 * @param from    the first channel
	 * @param end     the one after the last
	 */
	void readChannels(Bits bits, int section, MaTree global, int from, int end) throws DecodeException {
		int width = 0;
		long values = 0;
		for (Channel each : channels.subList(from, end)) {
			width = each.isEmpty() ? width : Math.max(width, each.width);
			values += (long) each.width * each.height;
		}
		if (width == 0) {
			return;
		}
		if (useGlobalTree && global == null) {
			throw new DecodeException(JxlText.SECTION_WITHOUT_TREE);
		}
		tree = useGlobalTree ? global : new MaTree(bits, (int) Math.min(MAX_TREE, SMALL_TREE + values));
		EntropyReader reader = new EntropyReader(tree.code, bits, width);
		for (int i = from; i < end; i++) {
			if (!channels.get(i).isEmpty()) {
				new ChannelDecoder(this, i, section, reader, bits).decode();
			}
		}
		reader.end();
	}

	/** {@return index of the first channel that does not come with the others} */
	int firstLargerThan(int most) {
		int end = metaChannels;
		while (end < channels.size() && channels.get(end).width <= most && channels.get(end).height <= most) {
			end++;
		}
		return end;
	}

	private void checkSize(long limit) throws DecodeException {
		long values = 0;
		for (Channel each : channels) {
			values += (long) each.width * each.height;
		}
		if (values > limit) {
			throw new DecodeException(JxlText.SECTION_TOO_LARGE, values);
		}
	}

	/** Makes the channels what the transform makes of them. */
	private Transform applied(Transform transform) throws DecodeException {
		if (transform instanceof Transform.Colours colours) {
			checkEqual(colours.first(), 3);
			return transform;
		}
		if (transform instanceof Transform.Palette palette) {
			apply(palette);
			return transform;
		}
		List<Transform.Step> steps = ((Transform.Squeeze) transform).steps();
		List<Transform.Step> done = steps.isEmpty() ? usualSteps() : steps;
		for (Transform.Step step : done) {
			apply(step);
		}
		return new Transform.Squeeze(done);
	}

	private void checkRange(int first, int count) throws DecodeException {
		if (first < 0 || count < 1 || (long) first + count > channels.size()) {
			throw new DecodeException(JxlText.TRANSFORM_WITHOUT_CHANNELS);
		}
	}

	private void checkEqual(int first, int count) throws DecodeException {
		checkRange(first, count);
		for (int i = 1; i < count; i++) {
			if (!channels.get(first + i).liesAs(channels.get(first))) {
				throw new DecodeException(JxlText.TRANSFORM_CHANNEL_SIZES);
			}
		}
		if (first < metaChannels && first + count > metaChannels) {
			throw new DecodeException(JxlText.TRANSFORM_MIXES_PALETTES);
		}
	}

	private void apply(Transform.Palette palette) throws DecodeException {
		checkEqual(palette.first(), palette.count());
		metaChannels += palette.first() < metaChannels ? 2 - palette.count() : 1;
		channels.subList(palette.first() + 1, palette.first() + palette.count()).clear();
		channels.add(0, new Channel(palette.colours() + palette.deltas(), palette.count(), -1, -1));
	}

	private void apply(Transform.Step step) throws DecodeException {
		checkRange(step.first(), step.count());
		int end = step.first() + step.count();
		if (step.first() < metaChannels) {
			if (end > metaChannels || !step.inPlace()) {
				throw new DecodeException(JxlText.TRANSFORM_MIXES_PALETTES);
			}
			metaChannels += step.count();
		}
		int to = step.inPlace() ? end : channels.size();
		for (int i = step.first(); i < end; i++) {
			Channel whole = channels.get(i);
			if (whole.isEmpty() || whole.shiftX > MAX_SHIFT || whole.shiftY > MAX_SHIFT) {
				throw new DecodeException(JxlText.CHANNEL_DIVIDED_TOO_OFTEN);
			}
			int shiftX = whole.shiftX + (step.across() && whole.shiftX >= 0 ? 1 : 0);
			int shiftY = whole.shiftY + (!step.across() && whole.shiftY >= 0 ? 1 : 0);
			int width = step.across() ? whole.width + 1 >> 1 : whole.width;
			int height = step.across() ? whole.height : whole.height + 1 >> 1;
			channels.set(i, new Channel(width, height, shiftX, shiftY));
			channels.add(to + i - step.first(), new Channel(step.across() ? whole.width - width : width,
					step.across() ? height : whole.height - height, shiftX, shiftY));
		}
	}

	private List<Transform.Step> usualSteps() {
		List<Transform.Step> steps = new ArrayList<>();
		int first = metaChannels;
		int count = channels.size() - first;
		if (count == 0) {
			return steps;
		}
		Channel all = channels.get(first);
		if (count > 2 && channels.get(first + 1).hasSizeOf(all)) {
			steps.add(new Transform.Step(true, false, first + 1, 2));
			steps.add(new Transform.Step(false, false, first + 1, 2));
		}
		int width = all.width;
		int height = all.height;
		if (width <= height && height > FIRST_PREVIEW) {
			steps.add(new Transform.Step(false, true, first, count));
			height = height + 1 >> 1;
		}
		while (width > FIRST_PREVIEW || height > FIRST_PREVIEW) {
			if (width > FIRST_PREVIEW) {
				steps.add(new Transform.Step(true, true, first, count));
				width = width + 1 >> 1;
			}
			if (height > FIRST_PREVIEW) {
				steps.add(new Transform.Step(false, true, first, count));
				height = height + 1 >> 1;
			}
		}
		return steps;
	}

	/**
	 * Makes the channels what they were before the transforms; those that were not decoded are 0.
	 *
	 * @param threads how many threads may work on it
	 */
	void undoTransforms(int threads) throws DecodeException {
		for (Channel each : channels) {
			each.allocate();
		}
		for (int i = transforms.size() - 1; i >= 0; i--) {
			Transform transform = transforms.get(i);
			if (transform instanceof Transform.Colours colours) {
				ColourTransform.undo(channels, colours, threads);
			} else if (transform instanceof Transform.Palette palette) {
				PaletteTransform.undo(this, palette, threads);
			} else if (transform instanceof Transform.Squeeze squeeze) {
				SqueezeTransform.undo(this, squeeze, threads);
			}
		}
		transforms.clear();
	}
}
