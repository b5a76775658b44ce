package org.dicompreview.series;

/**
 * Where a frame lies (PS3.3 C.7.6.2.1.1).
 *
 * @param position  centre of the first pixel, in mm
 * @param row       direction in which columns are counted, about a unit vector
 * @param column    direction in which rows are counted, about a unit vector and perpendicular to {@code row}
 * @param inPatient whether the axes are those of the patient (x to the left, y to the back, z to the head); false for a
 *                  volume frame of reference (PS3.3 C.7.6.21)
 */
public record Plane(Vector3 position, Vector3 row, Vector3 column, boolean inPatient) {

	/** {@return row × column, the direction in which offsets grow} */
	public Vector3 normal() {
		return row.cross(column);
	}

	/**
	 * {@return how far the first pixel lies along a normal, in mm}
	 *
	 * @param normal the direction, for example {@link #normal()}
	 */
	public double offset(Vector3 normal) {
		return position.dot(normal);
	}
}
