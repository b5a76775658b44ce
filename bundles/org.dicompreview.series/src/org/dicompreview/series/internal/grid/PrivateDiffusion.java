package org.dicompreview.series.internal.grid;

import java.util.List;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;

/**
 * Diffusion weighting where scanners keep it in private attributes. Their element numbers depend on the block that the
 * creator has reserved (PS3.5 section 7.8.1).
 */
final class PrivateDiffusion {

	/**
	 * Where a manufacturer keeps one attribute.
	 *
	 * @param creator what reserves the block
	 * @param group   the group
	 * @param element the lower byte of the element; for a vector in three attributes that of the first
	 */
	private record Place(String creator, int group, int element) {
	}

	private static final List<Place> WEIGHTS = List.of(new Place("SIEMENS MR HEADER", 0x0019, 0x0C), //$NON-NLS-1$
			new Place("GEMS_PARM_01", 0x0043, 0x39), new Place("Philips Imaging DD 001", 0x2001, 0x03), //$NON-NLS-1$ //$NON-NLS-2$
			new Place("Image Private Header", 0x0065, 0x09)); //$NON-NLS-1$
	private static final List<Place> DIRECTIONS = List.of(new Place("SIEMENS MR HEADER", 0x0019, 0x0E), //$NON-NLS-1$
			new Place("GEMS_ACQU_01", 0x0019, 0xBB), new Place("Philips MR Imaging DD 001", 0x2005, 0xB0), //$NON-NLS-1$ //$NON-NLS-2$
			new Place("Image Private Header", 0x0065, 0x37)); //$NON-NLS-1$
	/** GE adds this to the weighting of some sequences. */
	private static final double OFFSET = 1e9;
	private static final int FIRST_BLOCK = 0x10;
	private static final int LAST_BLOCK = 0x1F;

	private PrivateDiffusion() {
	}

	/** {@return the b-value in s/mm²; empty if there is none} */
	static OptionalDouble weight(Attributes frame) {
		for (Place place : WEIGHTS) {
			int tag = tag(frame, place);
			if (tag != 0 && frame.number(tag).isPresent()) {
				return OptionalDouble.of(frame.number(tag).getAsDouble() % OFFSET);
			}
		}
		return OptionalDouble.empty();
	}

	/** {@return the three components of the direction; an empty array if there are none} */
	static double[] direction(Attributes frame) {
		for (Place place : DIRECTIONS) {
			int tag = tag(frame, place);
			if (tag == 0) {
				continue;
			}
			double[] vector = frame.numbers(tag);
			if (vector.length == 3) {
				return vector;
			}
			OptionalDouble y = frame.number(tag + 1);
			OptionalDouble z = frame.number(tag + 2);
			if (vector.length == 1 && y.isPresent() && z.isPresent()) {
				return new double[] { vector[0], y.getAsDouble(), z.getAsDouble() };
			}
		}
		return new double[0];
	}

	/** {@return the tag in the block of this creator, 0 if it has reserved none} */
	private static int tag(Attributes frame, Place place) {
		for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
			String creator = frame.string(place.group() << 16 | block).orElse(""); //$NON-NLS-1$
			if (creator.equals(place.creator())) {
				return place.group() << 16 | block << 8 | place.element();
			}
		}
		return 0;
	}
}
