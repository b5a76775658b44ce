package org.dicompreview.series;

/**
 * A point or direction in space.
 *
 * @param x towards the left of the patient
 * @param y towards the back
 * @param z towards the head
 */
public record Vector(double x, double y, double z) {

	/** {@return the scalar product} */
	public double dot(Vector other) {
		return x * other.x + y * other.y + z * other.z;
	}

	/** {@return the vector product this × other} */
	public Vector cross(Vector other) {
		return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
	}

	/** {@return this + other} */
	public Vector plus(Vector other) {
		return new Vector(x + other.x, y + other.y, z + other.z);
	}

	/** {@return this − other} */
	public Vector minus(Vector other) {
		return new Vector(x - other.x, y - other.y, z - other.z);
	}

	/** {@return this vector, {@code factor} times as long} */
	public Vector times(double factor) {
		return new Vector(x * factor, y * factor, z * factor);
	}

	/** {@return the length} */
	public double length() {
		return Math.sqrt(dot(this));
	}
}
