package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/** Parts of earlier frames that are put upon this one (ISO/IEC 18181-1, K.3). */
final class Patches {

	private static final int CONTEXTS = 10;
	private static final int COUNT = 0;
	private static final int REFERENCE = 1;
	private static final int SIZE = 2;
	private static final int SOURCE = 3;
	private static final int PLACE = 4;
	private static final int MODE = 5;
	private static final int OFFSET = 6;
	private static final int PLACES = 7;
	private static final int ALPHA = 8;
	private static final int CLAMP = 9;
	private static final int MODES = 8;
	/** Ways of mixing by the numbers that patches have for them. */
	private static final int[] MIXED = { Mixer.NONE, Blending.REPLACE, Blending.ADD, Blending.MULTIPLY, Blending.BLEND,
			Mixer.BLEND_BELOW, Blending.MULTIPLY_ADD, Mixer.MULTIPLY_ADD_BELOW };
	private static final int FIRST_WITH_ALPHA = 4;
	/** All patches together may cover the frame so many times. */
	private static final int MOST_COVER = 16;

	/** Where a part is taken from and put. */
	private record Patch(int reference, int fromX, int fromY, int width, int height, int x, int y, Blending colours,
			Blending[] extra) {
	}

	private final List<Patch> patches = new ArrayList<>();
	private final Bits bits;
	private final EntropyReader reader;
	private final int frameWidth;
	private final int frameHeight;
	private final int extra;
	private long covered;

	Patches(Bits bits, ImageHeader image, FrameHeader header, ImageDecoding.Reference[] references)
			throws DecodeException {
		this.bits = bits;
		frameWidth = header.width;
		frameHeight = header.height;
		extra = image.extra.length;
		reader = new EntropyReader(EntropyCode.read(bits, CONTEXTS), bits, 0);
		int count = reader.read(COUNT);
		long most = 1024 + (long) frameWidth * frameHeight / 4;
		if (count < 0 || count > most) {
			throw new DecodeException(JxlText.TOO_MANY_PATCHES);
		}
		for (int i = 0; i < count; i++) {
			readSource(references, 4 * most);
		}
		reader.end();
	}

	private void readSource(ImageDecoding.Reference[] references, long most) throws DecodeException {
		int slot = reader.read(REFERENCE);
		if (slot < 0 || slot >= references.length || references[slot] == null || !references[slot].beforeColours()) {
			throw new DecodeException(JxlText.PATCH_WITHOUT_FRAME);
		}
		Planes source = references[slot].planes();
		int x = reader.read(SOURCE);
		int y = reader.read(SOURCE);
		int width = reader.read(SIZE) + 1;
		int height = reader.read(SIZE) + 1;
		if (outside(x, width, source.width) || outside(y, height, source.height)) {
			throw new DecodeException(JxlText.PATCH_OUTSIDE_ITS_FRAME);
		}
		int places = reader.read(PLACES);
		if (places < 0 || patches.size() + (long) places + 1 > most) {
			throw new DecodeException(JxlText.TOO_MANY_PATCHES);
		}
		int toX = 0;
		int toY = 0;
		for (int i = 0; i <= places; i++) {
			toX = i == 0 ? reader.read(PLACE) : toX + Bits.signed(reader.read(OFFSET));
			toY = i == 0 ? reader.read(PLACE) : toY + Bits.signed(reader.read(OFFSET));
			covered += (long) width * height;
			if (outside(toX, width, frameWidth) || outside(toY, height, frameHeight)
					|| covered > MOST_COVER * ((long) frameWidth * frameHeight + (1 << 16))) {
				throw new DecodeException(JxlText.PATCH_TOO_LARGE);
			}
			Blending colours = readMode();
			Blending[] others = new Blending[extra];
			for (int k = 0; k < extra; k++) {
				others[k] = readMode();
			}
			patches.add(new Patch(slot, x, y, width, height, toX, toY, colours, others));
			bits.check();
		}
	}

	private static boolean outside(int from, int size, int limit) {
		return from < 0 || size < 1 || size > limit || from > limit - size;
	}

	private Blending readMode() throws DecodeException {
		int mode = reader.read(MODE);
		if (mode < 0 || mode >= MODES) {
			throw new DecodeException(JxlText.PATCH_MIXING_INVALID);
		}
		boolean alpha = mode >= FIRST_WITH_ALPHA;
		int channel = alpha && extra > 1 ? reader.read(ALPHA) : 0;
		boolean clamp = (alpha || MIXED[mode] == Blending.MULTIPLY) && reader.read(CLAMP) != 0;
		if (channel < 0 || alpha && extra > 0 && channel >= extra) {
			throw new DecodeException(JxlText.PATCH_MIXING_INVALID);
		}
		return new Blending(MIXED[mode], channel, clamp, 0);
	}

	/** Puts all of them upon the frame. */
	void draw(Planes planes, int colours, ImageDecoding.Reference[] references, ImageHeader image)
			throws DecodeException {
		Mixer mixer = new Mixer(image, colours);
		for (Patch patch : patches) {
			Planes source = references[patch.reference()].planes();
			if (source.values.length != planes.values.length) {
				throw new DecodeException(JxlText.PATCH_OTHER_CHANNELS);
			}
			for (int c = 0; c < source.values.length; c++) {
				source.floats(c, c < colours ? image.depth : image.extra[c - colours].depth());
				if (source.values[c].length < source.width * source.height
						|| planes.values[c].length < planes.width * planes.height) {
					throw new DecodeException(JxlText.PATCH_OTHER_CHANNEL_SIZE);
				}
			}
			for (int y = 0; y < patch.height(); y++) {
				mixer.mix(planes.values, (patch.y() + y) * planes.width + patch.x(), source.values,
						(patch.fromY() + y) * source.width + patch.fromX(), patch.width(), patch.colours(),
						patch.extra());
			}
		}
	}
}
