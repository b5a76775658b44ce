package org.dicompreview.series.internal.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Text;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Plane;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;
import org.dicompreview.series.internal.Numbers;

/**
 * The geometry of a spatial stack.
 *
 * @param slices the first slice at each position
 * @param planes their planes
 */
record Geometry(List<Slice> slices, List<Plane> planes) {

	/** Distances may differ by this part of the usual one … */
	private static final double TOLERANCE = 0.05;
	/** … but at least this is rounding, in mm … */
	private static final double LEAST_TOLERANCE = 0.01;
	/** … or this part of the usual one, whichever is less. */
	private static final double LEAST_SHARE = 0.1;
	/** A gap counts as missing slices if it is a multiple of the usual distance up to this part of it. */
	private static final double MULTIPLE_TOLERANCE = 0.15;
	private static final double LEAST_TILT = 0.5;
	private static final int MOST_PLACES = 5;

	static Geometry of(SliceStack stack, List<ImageFrame> frames) {
		List<Slice> slices = new ArrayList<>();
		List<Plane> planes = new ArrayList<>();
		for (int i = 0; i < frames.size(); i++) {
			if (stack.slices().get(i).position() == slices.size()) {
				slices.add(stack.slices().get(i));
				planes.add(frames.get(i).plane().orElseThrow());
			}
		}
		return new Geometry(slices, planes);
	}

	/** Adds findings about the distances of neighbours: gaps, and what is uneven beside them. */
	void spacing(List<Finding> findings) {
		double[] gaps = gaps();
		if (gaps.length < 2) {
			return;
		}
		double[] sorted = gaps.clone();
		Arrays.sort(sorted);
		double usual = sorted[(sorted.length - 1) / 2];
		double tolerance = Math.max(Math.min(LEAST_TOLERANCE, LEAST_SHARE * usual), TOLERANCE * usual);
		long regular = Arrays.stream(gaps).filter(gap -> Math.abs(gap - usual) <= tolerance).count();
		boolean regularEnough = 2 * regular >= gaps.length;
		List<Integer> missing = new ArrayList<>();
		List<Integer> uneven = new ArrayList<>();
		for (int i = 0; i < gaps.length; i++) {
			if (Math.abs(gaps[i] - usual) > tolerance) {
				(regularEnough && missing(gaps[i], usual) > 0 ? missing : uneven).add(i);
			}
		}
		if (!missing.isEmpty()) {
			findings.add(missingPositions(missing, gaps, usual));
		}
		if (!uneven.isEmpty()) {
			findings.add(new Finding(Kind.UNEQUAL_SPACING, Text.of(SeriesText.SPACING_VARIES,
					distance(sorted[0], usual), distance(sorted[sorted.length - 1], usual), distance(usual, usual),
					distance(tolerance, tolerance)), beside(uneven)));
		}
	}

	/** {@return a distance with three decimals, more where the usual ones are that small} */
	private static String distance(double distance, double usual) {
		return Numbers.format(distance, Numbers.decimals(usual, 3));
	}

	private double[] gaps() {
		double[] gaps = new double[Math.max(0, slices.size() - 1)];
		for (int i = 0; i < gaps.length; i++) {
			gaps[i] = offset(i + 1) - offset(i);
		}
		return gaps;
	}

	private double offset(int position) {
		return slices.get(position).offset().orElseThrow();
	}

	/** {@return how many slices fit into a gap; 0 if it is no multiple of the usual distance} */
	private static long missing(double gap, double usual) {
		double multiple = Math.rint(gap / usual);
		boolean fits = multiple >= 2 && Math.abs(gap - multiple * usual) <= MULTIPLE_TOLERANCE * usual;
		return fits ? (long) multiple - 1 : 0;
	}

	private Finding missingPositions(List<Integer> gaps, double[] widths, double usual) {
		long count = 0;
		List<String> places = new ArrayList<>();
		for (int i : gaps) {
			count += missing(widths[i], usual);
			if (places.size() < MOST_PLACES) {
				int decimals = Numbers.decimals(usual, 2);
				places.add(Numbers.format(offset(i), decimals) + " … " + Numbers.format(offset(i + 1), decimals)); //$NON-NLS-1$
			} else if (places.size() == MOST_PLACES) {
				places.add("…"); //$NON-NLS-1$
			}
		}
		return new Finding(Kind.MISSING_POSITIONS, Text.of(SeriesText.MISSING_POSITIONS, Long.toString(count),
				distance(usual, usual), String.join(", ", places)), beside(gaps)); //$NON-NLS-1$
	}

	/** {@return the slices before and after gaps} */
	private List<Slice> beside(List<Integer> gaps) {
		List<Slice> result = new ArrayList<>();
		for (int i : gaps) {
			if (result.isEmpty() || !result.get(result.size() - 1).equals(slices.get(i))) {
				result.add(slices.get(i));
			}
			result.add(slices.get(i + 1));
		}
		return result;
	}

	/** {@return a finding if the corners of the planes drift sideways in a straight line} */
	Optional<Finding> tilt() {
		int last = planes.size() - 1;
		if (last < 1) {
			return Optional.empty();
		}
		Vector3 normal = planes.get(0).normal();
		Vector3 origin = planes.get(0).position();
		double depth = planes.get(last).offset(normal) - planes.get(0).offset(normal);
		Vector3 drift = sideways(planes.get(last).position().minus(origin), normal);
		double degrees = Math.toDegrees(Math.atan2(drift.length(), Math.abs(depth)));
		if (!(degrees >= LEAST_TILT)) {
			return Optional.empty();
		}
		double allowed = Math.max(0.2, 0.02 * drift.length());
		for (Plane plane : planes) {
			Vector3 expected = drift.times((plane.offset(normal) - planes.get(0).offset(normal)) / depth);
			if (sideways(plane.position().minus(origin), normal).minus(expected).length() > allowed) {
				return Optional.empty();
			}
		}
		Text message = Text.of(SeriesText.TILTED, Numbers.format(degrees, 1));
		return Optional.of(new Finding(Kind.TILT, message, List.of()));
	}

	private static Vector3 sideways(Vector3 shift, Vector3 normal) {
		return shift.minus(normal.times(shift.dot(normal)));
	}
}
