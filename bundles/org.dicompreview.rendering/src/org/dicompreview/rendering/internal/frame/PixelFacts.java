package org.dicompreview.rendering.internal.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.PixelValue.Kind;
import org.dicompreview.rendering.PixelValue.Quantity;
import org.dicompreview.rendering.PixelValue.Segment;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Vector3;

/** What a data set says about the meaning of pixels: read when somebody asks for the first one. For several threads. */
final class PixelFacts {

	/** Stands for the segment of every pixel that belongs to one. */
	private static final int ANY_VALUE = -1;
	private static final String BINARY = "BINARY"; //$NON-NLS-1$
	private static final String FRACTIONAL = "FRACTIONAL"; //$NON-NLS-1$

	/**
	 * The facts.
	 *
	 * @param plane     where the frame lies
	 * @param realWorld its real world value mappings
	 * @param uptake    factors for standardised uptake values
	 * @param segments  by stored value, or by {@link #ANY_VALUE} for all values above 0
	 */
	private record Facts(Optional<ImagePlane> plane, List<RealWorld> realWorld, Optional<UptakeFactors> uptake,
			Map<Integer, Segment> segments) {
	}

	private final InstanceHeader header;
	private final int index;
	private volatile Facts facts;

	/**
	 * @param header of the instance
	 * @param index  of the frame, from 0
	 */
	PixelFacts(InstanceHeader header, int index) {
		this.header = header;
		this.index = index;
	}

	private Facts facts() {
		Facts known = facts;
		if (known == null) {
			Attributes attributes = header.frame(index);
			known = new Facts(ImagePlane.of(header, index), RealWorld.of(attributes), UptakeFactors.of(attributes),
					segments(attributes));
			facts = known;
		}
		return known;
	}

	private Map<Integer, Segment> segments(Attributes attributes) {
		Map<Integer, Segment> segments = new HashMap<>();
		for (Attributes item : header.items(Tag.SEGMENT_SEQUENCE)) {
			int number = item.integer(Tag.SEGMENT_NUMBER).orElse(segments.size() + 1);
			segments.put(number, new Segment(number, item.string(Tag.SEGMENT_LABEL).orElse(""))); //$NON-NLS-1$
		}
		if (LabelColors.apply(header)) {
			return segments;
		}
		String type = attributes.string(Tag.SEGMENTATION_TYPE).orElse(""); //$NON-NLS-1$
		int stated = attributes.integer(Tag.REFERENCED_SEGMENT_NUMBER).orElse(ANY_VALUE);
		Segment segment = segments.size() == 1 && stated == ANY_VALUE ? segments.values().iterator().next()
				: segments.get(stated);
		boolean parts = BINARY.equals(type) || FRACTIONAL.equals(type);
		return parts && segment != null ? Map.of(ANY_VALUE, segment) : Map.of();
	}

	/** {@return the centre of a pixel in space} @param frame that it is a pixel of, perhaps smaller than the image */
	Optional<Vector3> position(Frame frame, int column, int row) {
		return facts().plane().map(plane -> plane.point((column + 0.5) * plane.columns() / frame.columns(),
				(row + 0.5) * plane.rows() / frame.rows()));
	}

	/** {@return the segment that a stored value belongs to} */
	Optional<Segment> segment(double stored) {
		Map<Integer, Segment> segments = facts().segments();
		Segment whole = stored > 0 ? segments.get(ANY_VALUE) : null;
		return Optional.ofNullable(whole != null ? whole : segments.get((int) stored));
	}

	/** {@return what stored grey values mean: modality values first} */
	List<Scale> scales(GreyFacts grey) {
		List<Scale> scales = new ArrayList<>();
		scales.add(new Scale(Kind.MODALITY, "", grey.unit(), grey.modality()::apply)); //$NON-NLS-1$
		facts().uptake().ifPresent(factors -> scales.addAll(factors.scales(grey.modality())));
		facts().realWorld().forEach(mapping -> scales.add(mapping.scale()));
		return scales;
	}

	/** {@return what a stored grey value means, the modality value first} */
	List<Quantity> quantities(double stored, GreyFacts grey) {
		return scales(grey).stream().filter(scale -> scale.covers(stored)).map(scale -> scale.quantity(stored)).toList();
	}
}
