package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * What the marker segments of a header say of the coding of its tile or of all tiles. A tile's parameters start as a copy
 * of the main header's; in each, what is said of one component goes before what is said of all (ISO/IEC 15444-1 A.6).
 */
final class CodingParameters {

	private static final int MAX_ROI_SHIFT = 37;
	private static final int MAX_PROGRESSIONS = 4096;

	private final int components;
	private final CodingStyle[] styles;
	private final boolean[] ownStyle;
	private final Quantization[] quantizations;
	private final boolean[] ownQuantization;
	private final int[] roiShifts;
	private List<Progression> changes;
	private boolean ownChanges;
	private int order;
	private int layers;
	private int transform;
	private ArrayTransforms arrays = ArrayTransforms.NONE;

	CodingParameters(int components) {
		this.components = components;
		styles = new CodingStyle[components];
		ownStyle = new boolean[components];
		quantizations = new Quantization[components];
		ownQuantization = new boolean[components];
		roiShifts = new int[components];
		changes = List.of();
	}

	/** A tile's parameters, as the main header has them until its own header says otherwise. */
	CodingParameters(CodingParameters main) {
		this(main.components);
		System.arraycopy(main.styles, 0, styles, 0, components);
		System.arraycopy(main.quantizations, 0, quantizations, 0, components);
		System.arraycopy(main.roiShifts, 0, roiShifts, 0, components);
		changes = main.changes;
		order = main.order;
		layers = main.layers;
		transform = main.transform;
		arrays = main.arrays;
	}

	/** Takes a marker segment. {@return false if the marker is not about coding parameters} */
	boolean take(int marker, ByteReader in) throws DecodeException {
		switch (marker) {
			case Marker.COD -> readDefaultStyle(in);
			case Marker.COC -> readStyle(in);
			case Marker.QCD -> readDefaultQuantization(in);
			case Marker.QCC -> readQuantization(in);
			case Marker.RGN -> readRegion(in);
			case Marker.POC -> readChanges(in);
			case Marker.MCT -> arrays = arrays.withArray(in);
			case Marker.MCC -> arrays = arrays.withCollection(in);
			case Marker.MCO -> arrays = arrays.withOrder(in);
			default -> {
				return false;
			}
		}
		return true;
	}

	private void readDefaultStyle(ByteReader in) throws DecodeException {
		int flags = in.u8();
		order = in.u8();
		Progression.checkOrder(order);
		layers = in.u16();
		transform = in.u8();
		if (layers == 0) {
			throw new DecodeException(Jpeg2000Text.NO_LAYERS);
		}
		CodingStyle style = CodingStyle.read(in, (flags & 1) != 0);
		for (int i = 0; i < components; i++) {
			if (!ownStyle[i]) {
				styles[i] = style;
			}
		}
	}

	private void readStyle(ByteReader in) throws DecodeException {
		int component = component(in);
		boolean precincts = (in.u8() & 1) != 0;
		styles[component] = CodingStyle.read(in, precincts);
		ownStyle[component] = true;
	}

	private void readDefaultQuantization(ByteReader in) throws DecodeException {
		Quantization quantization = Quantization.read(in);
		for (int i = 0; i < components; i++) {
			if (!ownQuantization[i]) {
				quantizations[i] = quantization;
			}
		}
	}

	private void readQuantization(ByteReader in) throws DecodeException {
		int component = component(in);
		quantizations[component] = Quantization.read(in);
		ownQuantization[component] = true;
	}

	private void readRegion(ByteReader in) throws DecodeException {
		int component = component(in);
		int style = in.u8();
		int shift = in.u8();
		if (style != 0 || shift > MAX_ROI_SHIFT) {
			throw new DecodeException(Jpeg2000Text.REGION_OF_INTEREST_UNSUPPORTED, style, shift);
		}
		roiShifts[component] = shift;
	}

	private void readChanges(ByteReader in) throws DecodeException {
		List<Progression> all = ownChanges ? new ArrayList<>(changes) : new ArrayList<>();
		int size = components < 257 ? 7 : 9;
		while (in.remaining() >= size && all.size() < MAX_PROGRESSIONS) {
			all.add(Progression.read(in, components));
		}
		changes = all;
		ownChanges = true;
	}

	private int component(ByteReader in) throws DecodeException {
		int component = in.component(components);
		if (component >= components) {
			throw new DecodeException(Jpeg2000Text.COMPONENT_INDEX, component, components);
		}
		return component;
	}

	/** Fails if what every codestream has to say is missing. */
	void checkComplete() throws DecodeException {
		for (int i = 0; i < components; i++) {
			if (styles[i] == null || quantizations[i] == null) {
				throw new DecodeException(Jpeg2000Text.SEGMENT_MISSING, styles[i] == null ? "COD" : "QCD");
			}
		}
	}

	CodingStyle style(int component) {
		return styles[component];
	}

	Quantization quantization(int component) {
		return quantizations[component];
	}

	int roiShift(int component) {
		return roiShifts[component];
	}

	int layers() {
		return layers;
	}

	/** {@return whether the transform of the first three components is used (ISO/IEC 15444-1 annex G)} */
	boolean colourTransform() {
		return (transform & 1) != 0 && components >= 3;
	}

	/** {@return the transforms of ISO/IEC 15444-2 annex J, if they are used} */
	ArrayTransforms arrayTransforms() {
		return (transform & 6) != 0 ? arrays : ArrayTransforms.NONE;
	}

	/** {@return whether all components are coded by the reversible wavelet transform} */
	boolean reversible() {
		return Arrays.stream(styles).allMatch(CodingStyle::reversible);
	}

	int maxLevels() {
		int most = 0;
		for (CodingStyle style : styles) {
			most = Math.max(most, style.levels());
		}
		return most;
	}

	int minLevels() {
		int least = Integer.MAX_VALUE;
		for (CodingStyle style : styles) {
			least = Math.min(least, style.levels());
		}
		return least;
	}

	/** {@return the runs of packets in their order} */
	List<Progression> progressions() {
		return changes.isEmpty() ? List.of(new Progression(order, 0, maxLevels() + 1, 0, components, layers))
				: changes.stream().map(each -> each.withLayers(layers)).toList();
	}
}
