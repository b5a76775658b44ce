package org.dicompreview.video.internal.stream;

import java.util.Map;
import java.util.Set;

/**
 * What a sequence parameter set says of pictures and their order (ISO/IEC 14496-10 7.3.2.1.1, 8.2.1).
 *
 * @param columns         width in pixels, after cropping
 * @param rows            height in pixels, after cropping
 * @param bits            bits of a luminance value
 * @param separatePlanes  separate_colour_plane_flag
 * @param frameNumberBits bits of frame_num
 * @param orderType       pic_order_cnt_type, 0-2
 * @param orderBits       bits of pic_order_cnt_lsb, for type 0
 * @param deltaAlwaysZero delta_pic_order_always_zero_flag, for type 1
 * @param nonReference    offset_for_non_ref_pic, for type 1
 * @param cycle           offset_for_ref_frame, for type 1
 * @param framesOnly      frame_mbs_only_flag
 */
record AvcSequence(int columns, int rows, int bits, boolean separatePlanes, int frameNumberBits, int orderType, int orderBits,
		boolean deltaAlwaysZero, long nonReference, long[] cycle, boolean framesOnly) {

	private static final Set<Integer> WITH_CHROMA = Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
	private static final int MACROBLOCK = 16;
	private static final int MOST_CYCLE = 255;

	/** {@return the id and what the set says} @param bits behind the NAL unit header */
	static Map.Entry<Integer, AvcSequence> read(BitReader bits) {
		int profile = (int) bits.read(8);
		bits.skip(16);
		int id = (int) bits.unsigned();
		int chroma = 1;
		int depth = 8;
		boolean separate = false;
		if (WITH_CHROMA.contains(profile)) {
			chroma = (int) bits.unsigned();
			separate = chroma == 3 && bits.flag();
			depth = (int) Math.min(16, 8 + bits.unsigned());
			bits.unsigned(); // bit_depth_chroma_minus8
			bits.skip(1);
			if (bits.flag()) {
				skipScaling(bits, chroma == 3 ? 12 : 8);
			}
		}
		int frameNumberBits = (int) Math.min(16, bits.unsigned() + 4);
		int type = (int) bits.unsigned();
		int orderBits = 0;
		boolean zero = false;
		long nonReference = 0;
		long[] cycle = {};
		if (type == 0) {
			orderBits = (int) Math.min(16, bits.unsigned() + 4);
		} else if (type == 1) {
			zero = bits.flag();
			nonReference = bits.signed();
			bits.signed(); // offset_for_top_to_bottom_field: fields of a frame are one here
			cycle = new long[(int) Math.min(MOST_CYCLE, bits.unsigned())];
			for (int i = 0; i < cycle.length; i++) {
				cycle[i] = bits.signed();
			}
		}
		bits.unsigned(); // max_num_ref_frames
		bits.skip(1);
		long width = MACROBLOCK * (bits.unsigned() + 1);
		long mapUnits = bits.unsigned() + 1;
		boolean framesOnly = bits.flag();
		long height = MACROBLOCK * mapUnits * (framesOnly ? 1 : 2);
		bits.skip(framesOnly ? 1 : 2); // mb_adaptive_frame_field_flag, direct_8x8_inference_flag
		if (bits.flag()) {
			int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
			int unitY = (chroma == 1 ? 2 : 1) * (framesOnly ? 1 : 2);
			width -= unitX * (bits.unsigned() + bits.unsigned());
			height -= unitY * (bits.unsigned() + bits.unsigned());
		}
		return Map.entry(id, new AvcSequence((int) width, (int) height, depth, separate, frameNumberBits, type, orderBits,
				zero, nonReference, cycle, framesOnly));
	}

	private static void skipScaling(BitReader bits, int lists) {
		for (int list = 0; list < lists; list++) {
			if (bits.flag()) {
				int last = 8;
				int next = 8;
				for (int i = 0; i < (list < 6 ? 16 : 64) && next != 0; i++) {
					next = (int) (last + bits.signed()) & 0xFF;
					last = next == 0 ? last : next;
				}
			}
		}
	}
}
