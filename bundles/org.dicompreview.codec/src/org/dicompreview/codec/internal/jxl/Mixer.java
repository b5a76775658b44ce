package org.dicompreview.codec.internal.jxl;

/** Mixes rows of two frames, or of a frame and a patch (ISO/IEC 18181-1, F.2 and K.3). */
final class Mixer {

	/** Modes that only patches have, beyond those of {@link Blending}: the patch lies below. */
	static final int BLEND_BELOW = 5;
	static final int MULTIPLY_ADD_BELOW = 6;
	/** Nothing is done. */
	static final int NONE = 7;

	private final ImageHeader header;
	private final int colours;
	private final boolean alpha;

	/**
	 * For an image.
	 *
	 * @param colours how many channels the colours have
	 */
	Mixer(ImageHeader header, int colours) {
		this.header = header;
		this.colours = colours;
		boolean found = false;
		for (ExtraChannel each : header.extra) {
			found |= each.alpha();
		}
		alpha = found;
	}

	/**
	 * Mixes a row.
	 *
	 * @param below gets the result
	 * @param at    where the row begins there
	 * @param above what is put upon it
	 * @param from  where the row begins there
	 * @param count pixels
	 * @param mode  how colours are mixed
	 * @param extra how extra channels are mixed
	 */
	void mix(float[][] below, int at, float[][] above, int from, int count, Blending mode, Blending[] extra) {
		float[][] results = new float[below.length][];
		for (int i = 0; i < extra.length; i++) {
			results[colours + i] = new float[count];
			mixChannel(below, at, above, from, colours + i, extra[i], extra[i].alpha() == i, results[colours + i]);
		}
		for (int c = 0; c < colours; c++) {
			results[c] = new float[count];
			Blending own = alpha ? mode : withoutAlpha(mode);
			mixChannel(below, at, above, from, c, own, false, results[c]);
		}
		if (alpha && (mode.mode() == Blending.BLEND || mode.mode() == BLEND_BELOW)) {
			int opacity = colours + mode.alpha();
			mixChannel(below, at, above, from, opacity, mode, true, results[opacity]);
		}
		for (int c = 0; c < results.length; c++) {
			System.arraycopy(results[c], 0, below[c], at, count);
		}
	}

	private static Blending withoutAlpha(Blending mode) {
		int plain = switch (mode.mode()) {
			case Blending.BLEND, BLEND_BELOW -> Blending.REPLACE;
			case Blending.MULTIPLY_ADD, MULTIPLY_ADD_BELOW -> Blending.ADD;
			default -> mode.mode();
		};
		return new Blending(plain, 0, mode.clamp(), mode.source());
	}

	private void mixChannel(float[][] below, int at, float[][] above, int from, int c, Blending mode, boolean isAlpha,
			float[] to) {
		boolean turned = mode.mode() == BLEND_BELOW || mode.mode() == MULTIPLY_ADD_BELOW;
		float[] low = turned ? above[c] : below[c];
		float[] high = turned ? below[c] : above[c];
		int lowAt = turned ? from : at;
		int highAt = turned ? at : from;
		int count = to.length;
		switch (mode.mode()) {
			case Blending.REPLACE:
				System.arraycopy(high, highAt, to, 0, count);
				break;
			case Blending.ADD:
				for (int i = 0; i < count; i++) {
					to[i] = low[lowAt + i] + high[highAt + i];
				}
				break;
			case Blending.MULTIPLY:
				for (int i = 0; i < count; i++) {
					float factor = high[highAt + i];
					to[i] = low[lowAt + i] * (mode.clamp() ? clamp(factor) : factor);
				}
				break;
			case NONE:
				System.arraycopy(low, lowAt, to, 0, count);
				break;
			default:
				float[][] lows = turned ? above : below;
				float[][] highs = turned ? below : above;
				int opacity = colours + mode.alpha();
				weigh(low, lowAt, high, highAt, lows[opacity], highs[opacity], mode, isAlpha, to);
				break;
		}
	}

	private void weigh(float[] low, int lowAt, float[] high, int highAt, float[] lowAlpha, float[] highAlpha,
			Blending mode, boolean isAlpha, float[] to) {
		boolean adds = mode.mode() == Blending.MULTIPLY_ADD || mode.mode() == MULTIPLY_ADD_BELOW;
		// libjxl and the images of the conformance tests clamp opacity here whatever the frame says
		boolean clamped = mode.clamp() || mode.mode() == Blending.MULTIPLY_ADD;
		boolean associated = header.extra[mode.alpha()].associated();
		for (int i = 0; i < to.length; i++) {
			float bottom = low[lowAt + i];
			float top = high[highAt + i];
			float topAlpha = clamped ? clamp(highAlpha[highAt + i]) : highAlpha[highAt + i];
			float bottomAlpha = lowAlpha[lowAt + i];
			if (adds) {
				to[i] = isAlpha ? bottom : bottom + top * topAlpha;
			} else if (isAlpha) {
				to[i] = 1 - (1 - topAlpha) * (1 - bottomAlpha);
			} else if (associated) {
				to[i] = top + bottom * (1 - topAlpha);
			} else {
				float whole = 1 - (1 - topAlpha) * (1 - bottomAlpha);
				float reciprocal = whole > 0 ? 1 / whole : 0;
				to[i] = (top * topAlpha + bottom * bottomAlpha * (1 - topAlpha)) * reciprocal;
			}
		}
	}

	private static float clamp(float value) {
		return Math.max(0, Math.min(value, 1));
	}
}
