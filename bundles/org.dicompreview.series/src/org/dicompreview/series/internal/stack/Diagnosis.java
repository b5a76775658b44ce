package org.dicompreview.series.internal.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Plane;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.internal.Directions;
import org.dicompreview.series.internal.Numbers;

/** What a person should know about a stack or a series before trusting it. */
public final class Diagnosis {

	private Diagnosis() {
	}

	/** {@return the findings about the files of a series} */
	public static List<Finding> of(Collection<InstanceHeader> instances) {
		List<Finding> findings = new ArrayList<>();
		FileDiagnosis.duplicates(instances, List.of()).ifPresent(findings::add);
		findings.addAll(FileDiagnosis.contradictions(instances));
		return List.copyOf(findings);
	}

	/** {@return a finding about files that are copies of others, if there are any} */
	public static Optional<Finding> copies(Map<InstanceHeader, InstanceHeader> copies) {
		if (copies.isEmpty()) {
			return Optional.empty();
		}
		String names = FileDiagnosis.some(copies.keySet().stream()
				.map(header -> header.location().name()) //$NON-NLS-1$
				.toList());
		Text message = Text.of(SeriesText.IDENTICAL_COPIES, Integer.toString(copies.size()), names);
		return Optional.of(new Finding(Kind.IDENTICAL_COPIES, message, List.of()));
	}

	/** {@return the findings about a stack} */
	static List<Finding> of(SliceStack stack) {
		List<Slice> slices = stack.slices();
		List<ImageFrame> frames = frames(slices);
		List<Finding> findings = new ArrayList<>();
		if (stack.spatial()) {
			Geometry geometry = Geometry.of(stack, frames);
			geometry.spacing(findings);
			geometry.tilt().ifPresent(findings::add);
		} else {
			mixedOrientation(frames).ifPresent(findings::add);
		}
		grid(stack).ifPresent(findings::add);
		changing(frames, SeriesText.RESCALE_CHANGES, Tag.RESCALE_SLOPE, Tag.RESCALE_INTERCEPT).ifPresent(findings::add);
		changing(frames, SeriesText.WINDOW_CHANGES, Tag.WINDOW_WIDTH, Tag.WINDOW_CENTER).ifPresent(findings::add);
		Set<InstanceHeader> instances = new LinkedHashSet<>();
		slices.forEach(slice -> instances.add(slice.instance()));
		FileDiagnosis.duplicates(instances, slices).ifPresent(findings::add);
		findings.addAll(FileDiagnosis.contradictions(instances));
		return List.copyOf(findings);
	}

	private static List<ImageFrame> frames(List<Slice> slices) {
		Map<InstanceHeader, List<ImageFrame>> all = new IdentityHashMap<>();
		return slices.stream()
				.map(slice -> all.computeIfAbsent(slice.instance(), ImageFrame::all).get(slice.frame())).toList();
	}

	private static Optional<Finding> mixedOrientation(List<ImageFrame> frames) {
		for (ImageFrame frame : frames) {
			Optional<Plane> plane = frame.plane();
			if (plane.isEmpty()) {
				return Optional.empty();
			}
		}
		return Directions.parallel(frames) ? Optional.empty()
				: Optional.of(new Finding(Kind.MIXED_ORIENTATION, Text.of(SeriesText.NOT_PARALLEL), List.of()));
	}

	/** Gaps in the grid; where repetitions are irregular, these are what is odd, not the gaps beside them. */
	private static Optional<Finding> grid(SliceStack stack) {
		long cells = stack.positions();
		int repeat = -1;
		for (int i = 0; i < stack.axes().size(); i++) {
			Axis axis = stack.axes().get(i);
			cells = Math.multiplyExact(cells, axis.size());
			repeat = "repeat".equals(axis.name()) ? i : repeat; //$NON-NLS-1$
		}
		if (cells == stack.slices().size()) {
			return Optional.empty();
		}
		if (repeat < 0) {
			long empty = cells - stack.slices().size();
			return Optional.of(new Finding(Kind.INCOMPLETE_GRID,
					Text.of(SeriesText.GRID_HAS_GAPS, Long.toString(empty), Long.toString(cells)), List.of()));
		}
		int axis = repeat;
		List<Slice> repeated = stack.slices().stream().filter(slice -> slice.coordinate(axis) > 0).toList();
		long positions = repeated.stream().mapToInt(Slice::position).distinct().count();
		Text message = Text.of(SeriesText.REPEATED_POSITIONS, Long.toString(positions), Integer.toString(repeated.size()));
		return Optional.of(new Finding(Kind.REPEATED_POSITIONS, message, repeated));
	}

	/** {@return a finding if one of two attributes differs between frames} */
	private static Optional<Finding> changing(List<ImageFrame> frames, SeriesText key, int first, int second) {
		Range one = new Range();
		Range two = new Range();
		for (ImageFrame frame : frames) {
			one.add(frame.attributes().numbers(first));
			two.add(frame.attributes().numbers(second));
		}
		if (!one.varies() && !two.varies()) {
			return Optional.empty();
		}
		return Optional.of(new Finding(Kind.CHANGING_VALUES, Text.of(key, one.text(), two.text()), List.of()));
	}

	/** The range of the first values of an attribute. */
	private static final class Range {

		private double least = Double.POSITIVE_INFINITY;
		private double most = Double.NEGATIVE_INFINITY;

		void add(double[] values) {
			if (values.length > 0) {
				least = Math.min(least, values[0]);
				most = Math.max(most, values[0]);
			}
		}

		boolean varies() {
			return most > least;
		}

		String text() {
			if (least > most) {
				return "–"; //$NON-NLS-1$
			}
			String from = Numbers.format(least, 4);
			return varies() ? from + " … " + Numbers.format(most, 4) : from; //$NON-NLS-1$
		}
	}
}
