package org.dicompreview.series.internal.grid;

import java.util.Arrays;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Vector3;

/**
 * How far two offsets may differ and still be one position. It follows the spacing of the stack: a
 * micrometre is nothing between the slices of a patient, and two slices in microscopy.
 *
 * @param millimetres the tolerance, above 0
 */
record Tolerance(double millimetres) {

	/** Offsets are the same position within this part of the usual distance of neighbours … */
	private static final double SHARE = 0.01;
	/** … but at least this (rounding in the file), in mm … */
	private static final double LEAST = 0.001;
	/** … or this part of the size of a pixel, whichever is less … */
	private static final double LEAST_OF_PIXEL = 0.01;
	/** … and at most this, in mm … */
	private static final double MOST = 0.05;
	/** … or this part of the size of a pixel, whichever is less. */
	private static final double MOST_OF_PIXEL = 0.25;
	/** Numbers of single precision, after some arithmetic, are this part of the largest coordinate apart. */
	private static final double NOISE = 2e-6;
	/** No slice is thinner than an atom, in mm. */
	private static final double LEAST_NOISE = 1e-7;

	/** Small distances are a spacing where this share of them is alike … */
	private static final double ALIKE_SHARE = 0.9;
	/** … up to this part … */
	private static final double ALIKE = 0.05;
	/** … and where there are so many for each large one: noise comes in few steps around each true position. */
	private static final int SMALL_FOR_LARGE = 8;
	/** So many small distances it takes where the size of a pixel says that the stack is of a patient … */
	private static final int MANY = 3;
	/** … and elsewhere. */
	private static final int FEW = 2;
	/** A pixel of this size, in mm, is one of microscopy. */
	private static final double FINE_PIXEL = 0.01;
	/** Within this part of a fine spacing offsets are one position. */
	private static final double FINE_SHARE = 0.1;

	/**
	 * {@return the tolerance of a stack}
	 *
	 * @param sorted the offsets in ascending order, in mm
	 * @param frame  one of its frames, whose position and size of a pixel count
	 */
	static Tolerance of(double[] sorted, ImageFrame frame) {
		double pixel = pixel(frame);
		double noise = Math.max(LEAST_NOISE, NOISE * largestCoordinate(sorted, frame));
		double spacing = fineSpacing(sorted, noise, pixel > FINE_PIXEL ? MANY : FEW);
		if (spacing > 0) {
			double rounding = Math.max(Math.min(LEAST, FINE_SHARE * spacing), Math.min(noise, spacing / 2));
			return new Tolerance(Math.max(rounding, SHARE * spacing));
		}
		double least = pixel > 0 ? Math.min(LEAST, LEAST_OF_PIXEL * pixel) : LEAST;
		double most = pixel > 0 ? Math.min(MOST, MOST_OF_PIXEL * pixel) : MOST;
		double[] gaps = gaps(sorted, least);
		if (gaps.length == 0) {
			return new Tolerance(least);
		}
		double middle = gaps[gaps.length / 2];
		double usual = middle > most ? middle : gaps[gaps.length - 1];
		return new Tolerance(Math.max(least, Math.min(most, SHARE * usual)));
	}

	/** {@return the size of a pixel in mm, NaN where the file does not say} */
	private static double pixel(ImageFrame frame) {
		double size = Double.NaN;
		for (double each : frame.attributes().numbers(Tag.PIXEL_SPACING)) {
			if (each > 0 && !(each > size)) {
				size = each;
			}
		}
		return size;
	}

	private static double largestCoordinate(double[] sorted, ImageFrame frame) {
		Vector3 position = frame.plane().orElseThrow().position();
		double inPlane = Math.max(Math.abs(position.x()), Math.max(Math.abs(position.y()), Math.abs(position.z())));
		return Math.max(inPlane, Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1])));
	}

	/** {@return the distances of neighbours above a limit, in ascending order} */
	private static double[] gaps(double[] sorted, double above) {
		double[] gaps = new double[sorted.length];
		int count = 0;
		for (int i = 1; i < sorted.length; i++) {
			double gap = sorted[i] - sorted[i - 1];
			if (gap > above) {
				gaps[count++] = gap;
			}
		}
		Arrays.sort(gaps, 0, count);
		return Arrays.copyOf(gaps, count);
	}

	/**
	 * {@return the spacing of a stack whose slices lie within what is rounding elsewhere, 0 of any other}
	 *
	 * @param noise what may be noise, whatever its distribution
	 * @param least how many distances there have to be at least
	 */
	private static double fineSpacing(double[] sorted, double noise, int least) {
		double[] gaps = gaps(sorted, noise);
		int small = 0;
		while (small < gaps.length && gaps[small] <= MOST) {
			small++;
		}
		if (small < least || small < SMALL_FOR_LARGE * (gaps.length - small)) {
			return 0;
		}
		double usual = gaps[(small - 1) / 2];
		long alike = Arrays.stream(gaps, 0, small).filter(gap -> Math.abs(gap - usual) <= ALIKE * usual).count();
		return alike >= ALIKE_SHARE * small ? usual : 0;
	}
}
