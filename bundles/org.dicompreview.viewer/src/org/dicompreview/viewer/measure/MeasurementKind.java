package org.dicompreview.viewer.measure;

/**
 * What a {@link Measurement} measures.
 *
 * @since 0.1
 */
public enum MeasurementKind {

	/** The distance of two points. */
	LINE(2, 2),
	/** The length of a line through points. */
	POLYLINE(2, Integer.MAX_VALUE),
	/** The angle at the second of three points. */
	ANGLE(3, 3),
	/** The angle between two lines, each through two points. */
	COBB_ANGLE(4, 4),
	/** The values in an upright rectangle between two opposite corners. */
	RECTANGLE(2, 2),
	/** The values in the largest ellipse of such a rectangle. */
	ELLIPSE(2, 2);

	private final int least;
	private final int most;

	MeasurementKind(int least, int most) {
		this.least = least;
		this.most = most;
	}

	/** {@return how many points it has at least} */
	public int leastPoints() {
		return least;
	}

	/** {@return how many points it has at most} */
	public int mostPoints() {
		return most;
	}

	/** {@return whether it encloses pixels whose values can be measured} */
	public boolean isRegion() {
		return this == RECTANGLE || this == ELLIPSE;
	}

	/** {@return the name for people} */
	public String label() {
		return switch (this) {
			case LINE -> Messages.MeasurementKind_line;
			case POLYLINE -> Messages.MeasurementKind_polyline;
			case ANGLE -> Messages.MeasurementKind_angle;
			case COBB_ANGLE -> Messages.MeasurementKind_cobbAngle;
			case RECTANGLE -> Messages.MeasurementKind_rectangle;
			case ELLIPSE -> Messages.MeasurementKind_ellipse;
		};
	}
}
