package org.dicompreview.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.testsupport.Locations;

/** Builds stacks of headers made by hand, and says what is in them. */
final class Stacks {

	/** Red of sRGB as a Recommended Display CIELab Value. */
	static final double[] RED = { 35579, 53662, 50858 };
	/** White. */
	static final double[] WHITE = { 65535, 32896, 32896 };

	private Stacks() {
	}

	/** {@return the stacks of one series, whose instances arrive in any order} */
	static List<SliceStack> of(List<? extends InstanceHeader> headers) {
		List<InstanceHeader> shuffled = new ArrayList<>(headers);
		Collections.shuffle(shuffled, new Random(42));
		Catalog catalog = SeriesModel.standalone(DicomReaders.standalone()).newCatalog();
		catalog.add(Path.of("/data"), shuffled);
		List<Series> series = catalog.patients().stream().flatMap(patient -> patient.studies().stream())
				.flatMap(study -> study.series().stream()).toList();
		if (series.size() != 1) {
			throw new IllegalArgumentException(series.size() + " series");
		}
		return series.get(0).stacks();
	}

	/** {@return the only stack} */
	static SliceStack only(List<? extends InstanceHeader> headers) {
		List<SliceStack> stacks = of(headers);
		if (stacks.size() != 1) {
			throw new AssertionError(stacks.stream().map(Stacks::describe).collect(Collectors.joining(" | ")));
		}
		return stacks.get(0);
	}

	/** {@return headers made by number, from 0} */
	static List<TestHeader> make(int count, java.util.function.IntFunction<TestHeader> each) {
		return IntStream.range(0, count).mapToObj(each).toList();
	}

	/** {@return the file names of the slices in order, with the frame where it is not the first} */
	static String files(SliceStack stack) {
		return stack.slices().stream().map(slice -> Locations.path(slice.instance()).getFileName()
				+ (slice.frame() == 0 ? "" : "#" + (slice.frame() + 1))).collect(Collectors.joining(" "));
	}

	/** {@return the offsets in order} */
	static double[] offsets(SliceStack stack) {
		return stack.slices().stream().mapToDouble(slice -> slice.offset().orElse(Double.NaN)).toArray();
	}

	/** {@return names and sizes: {@code axial: 4 × time 3}} */
	static String describe(SliceStack stack) {
		StringBuilder text = new StringBuilder(stack.label() + ": " + stack.positionName() + ' ' + stack.positions());
		stack.axes().forEach(axis -> text.append(" × ").append(axis.name()).append(' ').append(axis.size()));
		return text.toString();
	}

	/** {@return the descriptions of all stacks} */
	static List<String> describe(List<SliceStack> stacks) {
		return stacks.stream().map(Stacks::describe).toList();
	}

	/** {@return the colours of all stacks as text, empty where there is none} */
	static List<String> colors(List<SliceStack> stacks) {
		return stacks.stream().map(SliceStack::color)
				.map(color -> color.isEmpty() ? "" : String.format("#%06X", color.getAsInt())).toList();
	}

	/** {@return the kinds of the findings} */
	static List<Finding.Kind> kinds(SliceStack stack) {
		return stack.findings().stream().map(Finding::kind).toList();
	}
}
