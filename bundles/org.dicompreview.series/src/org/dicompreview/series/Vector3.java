package org.dicompreview.series;

/**
 * A point or direction in space.
 *
 * @param x towards the left of the patient
 * @param y towards the back
 * @param z towards the head
 */
public record Vector3(double x, double y, double z) {

	/** {@return the scalar product} */
	public double dot(Vector3 other) {
		return x * other.x + y * other.y + z * other.z;
	}

	/** {@return the vector product this × other} */
	public Vector3 cross(Vector3 other) {
		return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
	}

	/** {@return this + other} */
	public Vector3 plus(Vector3 other) {
		return new Vector3(x + other.x, y + other.y, z + other.z);
	}

	/** {@return this − other} */
	public Vector3 minus(Vector3 other) {
		return new Vector3(x - other.x, y - other.y, z - other.z);
	}

	/** {@return this vector, {@code factor} times as long} */
	public Vector3 times(double factor) {
		return new Vector3(x * factor, y * factor, z * factor);
	}

	/** {@return the length} */
	public double length() {
		return Math.sqrt(dot(this));
	}
}
