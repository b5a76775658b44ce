package org.dicompreview.video.internal.stream;

import java.util.Map;

/**
 * The beginning of a slice header (ISO/IEC 14496-10 7.3.3).
 *
 * @param sequence    the sequence parameter set in force
 * @param instant     whether the picture is an IDR picture
 * @param reference   whether nal_ref_idc is not 0
 * @param intra       whether the slice is an I slice
 * @param frameNumber frame_num
 * @param field       field_pic_flag
 * @param bottom      bottom_field_flag
 * @param order       pic_order_cnt_lsb, for type 0
 * @param delta       delta_pic_order_cnt[0], for type 1
 */
record AvcSlice(AvcSequence sequence, boolean instant, boolean reference, boolean intra, long frameNumber, boolean field,
		boolean bottom, long order, long delta) {

	/** A picture parameter set: which sequence parameter set it belongs to. */
	record Picture(int sequence) {
	}

	private static final int INSTANT = 5;

	/**
	 * {@return the slice; {@code null} if its parameter sets are missing}
	 *
	 * @param header the NAL unit header
	 * @param bits   behind it and first_mb_in_slice
	 */
	static AvcSlice read(int header, BitReader bits, Map<Integer, AvcSequence> sequences, Map<Integer, Picture> pictures) {
		boolean instant = (header & 0x1F) == INSTANT;
		long type = bits.unsigned() % 5;
		Picture picture = pictures.get((int) bits.unsigned());
		AvcSequence sequence = picture == null ? null : sequences.get(picture.sequence());
		if (sequence == null) {
			return null;
		}
		bits.skip(sequence.separatePlanes() ? 2 : 0);
		long frameNumber = bits.read(sequence.frameNumberBits());
		boolean field = !sequence.framesOnly() && bits.flag();
		boolean bottom = field && bits.flag();
		if (instant) {
			bits.unsigned(); // idr_pic_id
		}
		long order = sequence.orderType() == 0 ? bits.read(sequence.orderBits()) : 0;
		long delta = sequence.orderType() == 1 && !sequence.deltaAlwaysZero() ? bits.signed() : 0;
		return new AvcSlice(sequence, instant, (header & 0x60) != 0, type == 2 || type == 4, frameNumber, field, bottom, order,
				delta);
	}

	/** {@return whether this is the other field of the frame that a slice of the first field began} */
	boolean completes(AvcSlice first) {
		return first.field && field && first.bottom != bottom && first.frameNumber == frameNumber
				&& (!instant || first.instant);
	}
}
