package org.dicompreview.testsupport;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An image plane in patient coordinates (PS3.3 C.7.6.2).
 *
 * @param origin  centre of the first pixel in mm
 * @param row     unit vector along a row, towards higher columns
 * @param column  unit vector along a column, towards higher rows
 * @param spacing distance of pixels in mm, both ways
 * @param columns width in pixels
 * @param rows    height in pixels
 */
public record Plane(double[] origin, double[] row, double[] column, double spacing, int columns, int rows) {

	private static final int SAMPLES = 2;

	/** {@return an axial plane around the z axis} */
	public static Plane axial(double z, double spacing, int size) {
		double half = (size - 1) * spacing / 2;
		return new Plane(new double[] { -half, -half, z }, new double[] { 1, 0, 0 }, new double[] { 0, 1, 0 }, spacing,
				size,
				size);
	}

	/** {@return a coronal plane around the y axis} */
	public static Plane coronal(double y, double spacing, int size) {
		double half = (size - 1) * spacing / 2;
		return new Plane(new double[] { -half, y, half }, new double[] { 1, 0, 0 }, new double[] { 0, 0, -1 }, spacing,
				size,
				size);
	}

	/** {@return a sagittal plane around the x axis} */
	public static Plane sagittal(double x, double spacing, int size) {
		double half = (size - 1) * spacing / 2;
		return new Plane(new double[] { x, -half, half }, new double[] { 0, 1, 0 }, new double[] { 0, 0, -1 }, spacing,
				size,
				size);
	}

	/** {@return this plane moved along its normal} */
	public Plane moved(double distance) {
		double[] normal = normal();
		double[] moved = origin.clone();
		for (int i = 0; i < 3; i++) {
			moved[i] += normal[i] * distance;
		}
		return new Plane(moved, row, column, spacing, columns, rows);
	}

	/** {@return row direction x column direction} */
	public double[] normal() {
		return new double[] { row[1] * column[2] - row[2] * column[1], row[2] * column[0] - row[0] * column[2],
				row[0] * column[1] - row[1] * column[0] };
	}

	/**
	 * Samples the head at every pixel, some points to a pixel so that edges are soft.
	 *
	 * @param value what to take of a tissue
	 * @return mean values, rows from the top
	 */
	double[] sample(ToDoubleFunction<HeadPhantom.Tissue> value) {
		double[] values = new double[columns * rows];
		IntStream.range(0, rows).parallel().forEach(r -> {
			for (int c = 0; c < columns; c++) {
				values[r * columns + c] = mean(c, r, value);
			}
		});
		return values;
	}

	private double mean(int c, int r, ToDoubleFunction<HeadPhantom.Tissue> value) {
		double sum = 0;
		for (int i = 0; i < SAMPLES * SAMPLES; i++) {
			double across = (c + (i % SAMPLES + 0.5) / SAMPLES - 0.5) * spacing;
			double down = (r + (i / SAMPLES + 0.5) / SAMPLES - 0.5) * spacing;
			sum += value.applyAsDouble(HeadPhantom.at(origin[0] + row[0] * across + column[0] * down,
					origin[1] + row[1] * across + column[1] * down, origin[2] + row[2] * across + column[2] * down));
		}
		return sum / (SAMPLES * SAMPLES);
	}
}
