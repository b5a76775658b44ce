package org.dicompreview.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.osgi.annotation.versioning.ProviderType;

/** An ordered run of slices that share an orientation and a frame of reference, on a grid of axes. Immutable. */
@ProviderType
public interface SliceStack {

	/** {@return the series that this belongs to} */
	Series series();

	/** {@return index among {@link Series#stacks()}, from 0} */
	int index();

	/** {@return what distinguishes this stack from its sisters, for people; short} */
	String label();

	/**
	 * {@return the colour stated for what this stack shows, as 0xRRGGBB of sRGB: that of the segment in a segmentation
	 * (Recommended Display CIELab Value, PS3.3 C.8.20.2); empty if none is stated}
	 *
	 * @since 0.1
	 */
	default OptionalInt color() {
		return OptionalInt.empty();
	}

	/** {@return the ordering rule in use, for people, for example {@code position along normal}} */
	String rule();

	/** {@return all slices, in ascending position, then by each axis in turn; never empty} */
	List<Slice> slices();

	/** {@return the number of indices of the position axis, at least 1} */
	int positions();

	/**
	 * {@return what the position axis counts, a lower-case word for listings: {@code position}, {@code time}, {@code
	 * tile} …}
	 */
	String positionName();

	/**
	 * {@return what stands at a position, for people and with unit: {@code 12.5 mm}, {@code 33.3 ms}, {@code R CC}}
	 *
	 * @param position index from 0
	 * @throws IndexOutOfBoundsException if there is no such position
	 */
	String positionLabel(int position);

	/** {@return the further axes, each with at least two values; empty for a plain stack} */
	List<Axis> axes();

	/**
	 * {@return the slice at this place of the grid; absent where the grid has a gap}
	 *
	 * @param position    index from 0
	 * @param coordinates one index for each of {@link #axes()}
	 * @throws IndexOutOfBoundsException if an index is outside its axis
	 */
	Optional<Slice> slice(int position, int... coordinates);

	/** {@return the slice to show first: the middle of a spatial stack, the first of a cine or time stack} */
	Slice start();

	/** {@return whether the position axis is a place along the normal of all planes, so that each slice has an offset} */
	boolean spatial();

	/**
	 * {@return letters of the patient direction in which offsets grow, PS3.3 C.7.6.1.1.1: up to three of L R, P A, H F
	 * (bipeds), strongest first; empty text without geometry}
	 */
	String towards();

	/** {@return the letters of the opposite direction} */
	String from();

	/** {@return what a person should know about the geometry and completeness of this stack} */
	List<Finding> findings();
}
