package org.dicompreview.rendering;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.series.Vector3;

/**
 * What a pixel of a frame holds, for a probe. Numbers and names of the file, no text for people. Immutable.
 *
 * @param column     of the pixel, from 0
 * @param row        of the pixel, from 0
 * @param position   of its centre in the frame of reference, in mm; absent without geometry
 * @param stored     the stored value, or one for each channel of a colour image
 * @param padding    whether the value stands for what is outside the image (PS3.3 C.7.5.1.1.2); it then has no quantities
 * @param quantities what the value means: the modality value first, then others; empty for colours
 * @param color      the colour of the pixel as 0xRRGGBB, where its values are colours or indices of colours
 * @param segment    the segment that the pixel belongs to; absent if it is none or the image is no segmentation
 * @since 0.1
 */
public record PixelValue(int column, int row, Optional<Vector3> position, List<Double> stored, boolean padding,
		List<Quantity> quantities, OptionalInt color, Optional<Segment> segment) {

	/** What a quantity is. */
	public enum Kind {
		/** The modality value (PS3.3 C.11.1). */
		MODALITY,
		/** Standardised uptake value by body weight. */
		SUV_BODY_WEIGHT,
		/** Standardised uptake value by lean body mass. */
		SUV_LEAN_BODY_MASS,
		/** Standardised uptake value by body surface area. */
		SUV_BODY_SURFACE_AREA,
		/** A real world value (PS3.3 C.7.6.16.2.11). */
		REAL_WORLD
	}

	/**
	 * A number with its meaning.
	 *
	 * @param kind  what it is
	 * @param label what the file calls it (LUT Label of a real world value), or empty text
	 * @param value the number
	 * @param unit  its unit, the symbol or code of the file, or empty text
	 */
	public record Quantity(Kind kind, String label, double value, String unit) {

		/** Checks that nothing is missing. */
		public Quantity {
			Objects.requireNonNull(kind);
			Objects.requireNonNull(label);
			Objects.requireNonNull(unit);
		}
	}

	/**
	 * A segment of a segmentation (PS3.3 C.8.20.2).
	 *
	 * @param number Segment Number
	 * @param label  Segment Label, or empty text
	 */
	public record Segment(int number, String label) {
	}

	/** Copies the lists. */
	public PixelValue {
		Objects.requireNonNull(position);
		Objects.requireNonNull(color);
		Objects.requireNonNull(segment);
		stored = List.copyOf(stored);
		quantities = List.copyOf(quantities);
	}

	/** {@return the quantity of a kind, the first if there are several} */
	public Optional<Quantity> quantity(Kind kind) {
		return quantities.stream().filter(quantity -> quantity.kind() == kind).findFirst();
	}
}
