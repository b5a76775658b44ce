package org.dicompreview.codec.internal.j2k;

import org.dicompreview.codec.DecodeException;

/**
 * A run of packets (ISO/IEC 15444-1 A.6.6, B.12): ends are exclusive.
 *
 * @param order         0 LRCP, 1 RLCP, 2 RPCL, 3 PCRL, 4 CPRL
 * @param resolution    first resolution
 * @param resolutionEnd resolutions end before this
 * @param component     first component
 * @param componentEnd  components end before this
 * @param layerEnd      layers end before this
 */
record Progression(int order, int resolution, int resolutionEnd, int component, int componentEnd, int layerEnd) {

	static final int LRCP = 0;
	static final int RLCP = 1;
	static final int RPCL = 2;
	static final int PCRL = 3;
	static final int CPRL = 4;

	/** Reads one entry of a POC segment. */
	static Progression read(ByteReader in, int components) throws DecodeException {
		int resolution = in.u8();
		int component = in.component(components);
		int layerEnd = in.u16();
		int resolutionEnd = in.u8();
		int componentEnd = in.component(components);
		if (componentEnd == 0) { // 256 where one byte holds it
			componentEnd = components;
		}
		int order = in.u8();
		checkOrder(order);
		return new Progression(order, resolution, resolutionEnd, component, Math.min(componentEnd, components),
				layerEnd);
	}

	/** {@return this run, ended by the last of so many layers} */
	Progression withLayers(int layers) {
		return new Progression(order, resolution, resolutionEnd, component, componentEnd, Math.min(layerEnd, layers));
	}

	static void checkOrder(int order) throws DecodeException {
		if (order > CPRL) {
			throw new DecodeException(Jpeg2000Text.PROGRESSION_UNKNOWN, order);
		}
	}
}
