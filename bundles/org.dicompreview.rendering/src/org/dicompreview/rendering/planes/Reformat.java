package org.dicompreview.rendering.planes;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.series.Vector3;

/**
 * How the pictures of other planes are made. Immutable.
 *
 * @param plane      which way they lie
 * @param thickness  in mm of what becomes one picture; 0 for a plane as thin as a voxel. A slab takes the planes whose middles
 *                   lie no farther than half of it from its own
 * @param projection how the values of a slab become one
 * @since 0.1.0
 */
public record Reformat(CutPlane plane, double thickness, Projection projection) {

	private static final String PARTS = ";"; //$NON-NLS-1$
	private static final String NUMBERS = ","; //$NON-NLS-1$

	/** Checks ranges. */
	public Reformat {
		Objects.requireNonNull(plane);
		Objects.requireNonNull(projection);
		if (!(thickness >= 0)) {
			throw new IllegalArgumentException("slab of " + thickness + " mm"); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** {@return the same way of a plane} */
	public Reformat with(CutPlane other) {
		return new Reformat(other, thickness, projection);
	}

	/** {@return the same plane with another slab} */
	public Reformat with(double otherThickness, Projection otherProjection) {
		return new Reformat(plane, otherThickness, otherProjection);
	}

	/** {@return the name for people} */
	public Text text() {
		return thickness == 0 ? plane.kind().text() : Text.of(RenderingText.PLANE_SLAB, plane.kind().text(), Text.of(switch (projection) {
			case AVERAGE -> RenderingText.SLAB_AVERAGE;
			case MAXIMUM -> RenderingText.SLAB_MAXIMUM;
			case MINIMUM -> RenderingText.SLAB_MINIMUM;
		}), Double.isInfinite(thickness) ? Text.of(RenderingText.SLAB_WHOLE)
				: Text.of(RenderingText.SLAB_THICKNESS, plain(thickness)));
	}

	private static String plain(double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}

	/** {@return all of it as one word, for {@link #parse}} */
	public String format() {
		StringBuilder text = new StringBuilder(plane.kind().name());
		for (Vector3 direction : new Vector3[] { plane.right(), plane.down() }) {
			text.append(PARTS).append(direction.x()).append(NUMBERS).append(direction.y()).append(NUMBERS).append(direction.z());
		}
		return text.append(PARTS).append(thickness).append(PARTS).append(projection.name()).toString();
	}

	/** {@return what {@link #format()} gave; absent for what it never gives} */
	public static Optional<Reformat> parse(String text) {
		String[] parts = text.split(PARTS);
		if (parts.length != 5) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Reformat(
					new CutPlane(CutPlane.Kind.valueOf(parts[0]), direction(parts[1]), direction(parts[2])),
					Double.parseDouble(parts[3]), Projection.valueOf(parts[4])));
		} catch (IllegalArgumentException e) { // of another version
			System.getLogger(Reformat.class.getName()).log(System.Logger.Level.DEBUG, text, e);
			return Optional.empty();
		}
	}

	private static Vector3 direction(String text) {
		double[] numbers = Arrays.stream(text.split(NUMBERS)).mapToDouble(Double::parseDouble).toArray();
		if (numbers.length != 3 || !(Math.abs(new Vector3(numbers[0], numbers[1], numbers[2]).length() - 1) < 0.01)) {
			throw new IllegalArgumentException(text);
		}
		return new Vector3(numbers[0], numbers[1], numbers[2]);
	}
}
