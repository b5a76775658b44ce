package org.dicompreview.rendering.planes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dicompreview.series.Slice;

/**
 * What names a picture of another plane and outlives its objects; it stands where the SOP Instance UID of an image does, and is
 * none. Immutable.
 *
 * @param sopInstanceUid of the image nearest to it
 * @param frame          of that image, from 0
 * @param reformat       how it is made
 * @param offset         where it lies along the normal of its plane in mm
 * @since 0.1.0
 */
public record ReformattedKey(String sopInstanceUid, int frame, Reformat reformat, double offset) {

	private static final String PART = "|"; //$NON-NLS-1$

	/** {@return all of it as one word, for {@link #parse}} */
	public String format() {
		return sopInstanceUid + PART + frame + PART + reformat.format() + PART + String.format(Locale.ROOT, "%.3f", offset); //$NON-NLS-1$
	}

	/** {@return what {@link #format()} gave; absent for anything else, such as a SOP Instance UID} */
	public static Optional<ReformattedKey> parse(String text) {
		String[] parts = text.split("\\|"); //$NON-NLS-1$
		if (parts.length != 4 || !parts[1].matches("\\d{1,9}") || !parts[3].matches("-?\\d{1,9}\\.\\d{3}")) { //$NON-NLS-1$ //$NON-NLS-2$
			return Optional.empty();
		}
		return Reformat.parse(parts[2]).map(reformat -> new ReformattedKey(parts[0], Integer.parseInt(parts[1]), reformat,
				Double.parseDouble(parts[3])));
	}

	/** {@return whether an image is the one that this names} */
	public boolean isOf(Slice slice) {
		return slice.frame() == frame && slice.instance().sopInstanceUid().equals(sopInstanceUid);
	}

	/**
	 * {@return the picture among those of some stacks}
	 *
	 * @param stacks of {@link PlaneOffer#stacks}
	 * @param image  the image, of the stack that they are made of
	 */
	public Optional<Slice> find(List<ReformattedStack> stacks, Slice image) {
		return stacks.stream().filter(stack -> stack.reformat().equals(reformat)).findFirst().map(stack -> {
			int[] coordinates = new int[stack.axes().size()];
			for (int i = 0; i < coordinates.length; i++) {
				coordinates[i] = image.coordinate(i);
			}
			return stack.nearest(reformat.plane().normal().times(offset), coordinates);
		});
	}
}
