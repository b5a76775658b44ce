package org.dicompreview.video.internal.stream;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.dicompreview.codec.DecodeException;

/**
 * Finds the pictures of an H.265 byte stream (ISO/IEC 23008-2 annex B). Decoding can begin with an IRAP picture; leading
 * pictures that refer to what comes before one with which decoding begins (RASL) are not shown then (8.1.3).
 */
final class HevcPictures extends NalPictures {

	/** A picture parameter set (7.3.2.3.1). */
	private record PictureSet(int sequence, boolean outputFlag, int extraBits) {
	}

	private static final int RADL_N = 6;
	private static final int RASL_N = 8;
	private static final int RASL_R = 9;
	private static final int LAST_SUBLAYER = 14;
	private static final int FIRST_ENTRY = 16;
	private static final int IDR_W_RADL = 19;
	private static final int IDR_N_LP = 20;
	private static final int LAST_ENTRY = 23;
	private static final int LAST_SLICE = 31;
	private static final int VIDEO_SET = 32;
	private static final int SEQUENCE_SET = 33;
	private static final int PICTURE_SET = 34;
	private static final int DELIMITER = 35;
	private static final int END_OF_SEQUENCE = 36;
	private static final int PREFIX_SUPPLEMENT = 39;
	private static final int PERIOD_BITS = 34;

	private final Map<Integer, HevcSequence> sequences = new HashMap<>();
	private final Map<Integer, PictureSet> pictures = new HashMap<>();
	private HevcSequence shown;
	private long period;
	private long lastHigh;
	private long lastLow;
	/** Whether the last IRAP picture begins a sequence: RASL pictures behind it cannot be decoded. */
	private boolean begins = true;
	private boolean ended = true;

	HevcPictures(StreamBytes stream, int limit) {
		super(stream, limit);
	}

	@Override
	void unit(StartCodes codes) throws IOException, DecodeException {
		int type = codes.at(0) >> 1 & 0x3F;
		boolean base = (codes.at(0) & 1) == 0 && codes.at(1) >> 3 == 0; // nuh_layer_id
		if (!base) {
			return;
		}
		if (type <= LAST_SLICE) {
			slice(type, codes.at(1) & 7, codes.bits(2, 64, true));
		} else if (type == VIDEO_SET || type == SEQUENCE_SET || type == PICTURE_SET) {
			beforePicture();
			parameterSet(type, codes);
		} else if (type == END_OF_SEQUENCE) {
			ended = true;
		} else if (type == DELIMITER || type == PREFIX_SUPPLEMENT || type >= 41 && type <= 44 || type >= 48 && type <= 55) {
			beforePicture();
		}
	}

	private void parameterSet(int type, StartCodes codes) {
		BitReader bits = codes.bits(2, StartCodes.LOOK - 2, true);
		int id;
		if (type == VIDEO_SET) {
			id = (int) bits.read(4);
		} else if (type == SEQUENCE_SET) {
			HevcSequence sequence = HevcSequence.read(bits);
			id = sequence.id();
			sequences.put(id, sequence);
		} else {
			id = (int) bits.unsigned();
			int sequence = (int) bits.unsigned();
			bits.skip(1); // dependent_slice_segments_enabled_flag
			pictures.put(id, new PictureSet(sequence, bits.flag(), (int) bits.read(3)));
		}
		keepHeader(type << 16 | id & 0xFFFF);
	}

	private void slice(int type, int temporalIdPlus1, BitReader bits) throws IOException, DecodeException {
		if (!bits.flag()) { // first_slice_segment_in_pic_flag
			coded();
			return;
		}
		boolean entry = type >= FIRST_ENTRY && type <= LAST_ENTRY;
		bits.skip(entry ? 1 : 0); // no_output_of_prior_pics_flag
		PictureSet set = pictures.get((int) bits.unsigned());
		HevcSequence sequence = set == null ? null : sequences.get(set.sequence());
		if (sequence == null) {
			coded();
			return;
		}
		bits.skip(set.extraBits());
		bits.unsigned(); // slice_type
		boolean output = !set.outputFlag() || bits.flag();
		bits.skip(sequence.separatePlanes() ? 2 : 0);
		boolean instant = type == IDR_W_RADL || type == IDR_N_LP;
		long low = instant ? 0 : bits.read(sequence.orderBits());
		if (entry) {
			begins = instant || type < IDR_W_RADL || ended;
			ended = false;
		}
		boolean leads = (type == RASL_N || type == RASL_R) && begins;
		long key = order(entry && begins, low, sequence.orderBits(), isAnchor(type, temporalIdPlus1));
		shown = shown == null ? sequence : shown;
		picture(entry, output && !leads ? key : PictureList.HIDDEN);
	}

	/** {@return whether later pictures count from this one: temporal id 0, no leading and no sub-layer non-reference picture} */
	private static boolean isAnchor(int type, int temporalIdPlus1) {
		boolean unreferenced = type <= LAST_SUBLAYER && type % 2 == 0;
		return temporalIdPlus1 == 1 && !unreferenced && (type < RADL_N || type > RASL_R);
	}

	/** Picture order count, 8.3.1. */
	private long order(boolean start, long low, int bits, boolean anchor) {
		long high = lastHigh;
		long range = 1L << bits;
		if (start) {
			period++;
			high = 0;
		} else if (low < lastLow && lastLow - low >= range / 2) {
			high += range;
		} else if (low > lastLow && low - lastLow > range / 2) {
			high -= range;
		}
		if (anchor) {
			lastHigh = high;
			lastLow = low;
		}
		return (period << PERIOD_BITS) + high + low;
	}

	@Override
	VideoIndex result(StreamBytes stream, PictureList list) throws DecodeException {
		if (list.count() == 0) {
			throw new DecodeException(StreamText.NO_H265_PICTURE);
		}
		return new VideoIndex(Codec.HEVC, shown.columns(), shown.rows(), shown.bits(), new byte[0], stream, list);
	}
}
