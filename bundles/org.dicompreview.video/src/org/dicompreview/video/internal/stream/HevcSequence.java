package org.dicompreview.video.internal.stream;

/**
 * What a sequence parameter set says of pictures and their order (ISO/IEC 23008-2 7.3.2.2).
 *
 * @param id             sps_seq_parameter_set_id
 * @param columns        width in pixels, within the conformance window
 * @param rows           height in pixels, likewise
 * @param bits           bits of a luminance value
 * @param separatePlanes separate_colour_plane_flag
 * @param orderBits      bits of slice_pic_order_cnt_lsb
 */
record HevcSequence(int id, int columns, int rows, int bits, boolean separatePlanes, int orderBits) {

	/** {@return what the set says} @param bits behind the NAL unit header */
	static HevcSequence read(BitReader bits) {
		bits.skip(4);
		int layers = (int) bits.read(3);
		bits.skip(1);
		skipProfile(bits, layers);
		int id = (int) bits.unsigned();
		int chroma = (int) bits.unsigned();
		boolean separate = chroma == 3 && bits.flag();
		long width = bits.unsigned();
		long height = bits.unsigned();
		if (bits.flag()) {
			int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
			int unitY = chroma == 1 ? 2 : 1;
			width -= unitX * (bits.unsigned() + bits.unsigned());
			height -= unitY * (bits.unsigned() + bits.unsigned());
		}
		int depth = (int) Math.min(16, 8 + bits.unsigned());
		bits.unsigned(); // bit_depth_chroma_minus8
		return new HevcSequence(id, (int) width, (int) height, depth, separate, (int) Math.min(16, bits.unsigned() + 4));
	}

	/** profile_tier_level, 7.3.3. @param layers sps_max_sub_layers_minus1 */
	private static void skipProfile(BitReader bits, int layers) {
		bits.skip(88 + 8);
		boolean[] profiles = new boolean[layers];
		boolean[] levels = new boolean[layers];
		for (int i = 0; i < layers; i++) {
			profiles[i] = bits.flag();
			levels[i] = bits.flag();
		}
		bits.skip(layers == 0 ? 0 : 2 * (8 - layers));
		for (int i = 0; i < layers; i++) {
			bits.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
		}
	}
}
