package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;

/**
 * What takes time to find out about a series.
 *
 * @param version  the version of the series that it was found out about
 * @param stacks   its stacks
 * @param findings the diagnosis of the series as a whole
 * @param ofStacks the diagnosis of each stack
 * @param damaged  the instances whose files are damaged
 */
record SeriesStructure(int version, List<Stack> stacks, List<Finding> findings, List<List<Finding>> ofStacks,
		List<InstanceHeader> damaged) {

	/** Nothing is known yet. */
	static final SeriesStructure UNKNOWN = new SeriesStructure(-1, List.of(), List.of(), List.of(), List.of());

	/** Groups, orders and examines a series: not for the UI thread. */
	static SeriesStructure of(Series series) {
		int version = series.version(); // before the rest: what changes meanwhile makes this old, not wrong
		List<Stack> stacks = series.stacks();
		List<List<Finding>> ofStacks = new ArrayList<>();
		stacks.forEach(stack -> ofStacks.add(stack.findings()));
		List<InstanceHeader> damaged = series.instances().stream().filter(header -> header.problem().isPresent()).toList();
		return new SeriesStructure(version, stacks, series.findings(), ofStacks, damaged);
	}

	List<Finding> findings(Stack stack) {
		return ofStacks.get(stack.index());
	}
}
