package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/** A transform of the channels of a modular image (ISO/IEC 18181-1, H.2 and H.6). */
sealed interface Transform {

	/** Colours of three channels. @param first the first of them @param type permutation and kind */
	record Colours(int first, int type) implements Transform {
	}

	/**
	 * Channels as indices into a palette, which becomes the first channel.
	 *
	 * @param first     the first channel
	 * @param count     number of channels
	 * @param colours   entries that are colours
	 * @param deltas    entries before them that are added to a prediction
	 * @param predictor the predictor of those
	 */
	record Palette(int first, int count, int colours, int deltas, int predictor) implements Transform {
	}

	/** Averages and differences, several times. @param steps in the order of the encoder; none for the usual ones */
	record Squeeze(List<Step> steps) implements Transform {
	}

	/**
	 * Channels split into averages and differences.
	 *
	 * @param across  whether neighbours in a row belong together
	 * @param inPlace whether differences follow the averages, not all channels
	 * @param first   the first channel
	 * @param count   number of channels
	 */
	record Step(boolean across, boolean inPlace, int first, int count) {
	}

	private static int channel(Bits bits) {
		return bits.u32(0, 3, 8, 6, 72, 10, 1096, 13);
	}

	/** Reads a transform. */
	static Transform read(Bits bits) throws DecodeException {
		switch (bits.read(2)) {
			case 0:
				int first = channel(bits);
				int type = bits.u32(6, 0, 0, 2, 2, 4, 10, 6);
				if (type >= 42) {
					throw new DecodeException(JxlText.COLOUR_TRANSFORM_UNKNOWN, type);
				}
				return new Colours(first, type);
			case 1:
				first = channel(bits);
				int count = bits.u32(1, 0, 3, 0, 4, 0, 1, 13);
				int colours = bits.u32(0, 8, 256, 10, 1280, 12, 5376, 16);
				int deltas = bits.u32(0, 0, 1, 8, 257, 10, 1281, 16);
				int predictor = bits.read(4);
				if (predictor >= Predictors.COUNT) {
					throw new DecodeException(JxlText.PREDICTOR_UNKNOWN, predictor);
				}
				return new Palette(first, count, colours, deltas, predictor);
			case 2:
				int number = bits.u32(0, 0, 1, 4, 9, 6, 41, 8);
				List<Step> steps = new ArrayList<>();
				for (int i = 0; i < number; i++) {
					boolean across = bits.flag();
					boolean inPlace = bits.flag();
					steps.add(new Step(across, inPlace, channel(bits), bits.u32(1, 0, 2, 0, 3, 0, 4, 4)));
				}
				return new Squeeze(steps);
			default:
				throw new DecodeException(JxlText.TRANSFORM_UNKNOWN);
		}
	}
}
