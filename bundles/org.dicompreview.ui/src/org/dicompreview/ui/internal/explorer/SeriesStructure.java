package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/**
 * What takes time to find out about a series.
 *
 * @param version  the version of the series that it was found out about
 * @param stacks   its stacks
 * @param findings the diagnosis of the series as a whole
 * @param ofStacks the diagnosis of each stack
 * @param damaged  the instances whose files are damaged or have a note
 */
record SeriesStructure(int version, List<SliceStack> stacks, List<Finding> findings, List<List<Finding>> ofStacks,
		List<ProblemInstance> damaged) {

	/** Nothing is known yet. */
	static final SeriesStructure UNKNOWN = new SeriesStructure(-1, List.of(), List.of(), List.of(), List.of());

	/** Groups, orders and examines a series: not for the UI thread. */
	static SeriesStructure of(Series series) {
		int version = series.version(); // before the rest: what changes meanwhile makes this old, not wrong
		List<SliceStack> stacks = series.stacks();
		List<List<Finding>> ofStacks = new ArrayList<>();
		stacks.forEach(stack -> ofStacks.add(stack.findings()));
		List<InstanceHeader> damaged = series.instances().stream().filter(header -> header.problem().isPresent()).toList();
		Map<InstanceHeader, Slice> slices = damaged.isEmpty() ? Map.of() : slices(stacks);
		return new SeriesStructure(version, stacks, series.findings(), ofStacks,
				damaged.stream().map(header -> new ProblemInstance(header, header.problem().map(Texts::words).orElse(""), series, //$NON-NLS-1$
						Optional.ofNullable(slices.get(header)))).toList());
	}

	/** {@return the first slice of each instance} */
	private static Map<InstanceHeader, Slice> slices(List<SliceStack> stacks) {
		Map<InstanceHeader, Slice> first = new IdentityHashMap<>();
		stacks.forEach(stack -> stack.slices().forEach(slice -> first.merge(slice.instance(), slice,
				(one, other) -> one.frame() <= other.frame() ? one : other)));
		return first;
	}

	List<Finding> findings(SliceStack stack) {
		return ofStacks.get(stack.index());
	}
}
