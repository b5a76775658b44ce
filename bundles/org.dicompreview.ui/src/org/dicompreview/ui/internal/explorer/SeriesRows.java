package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;
import org.dicompreview.ui.internal.explorer.Node.DamagedAt;
import org.dicompreview.ui.internal.explorer.Node.DocumentAt;
import org.dicompreview.ui.internal.explorer.Node.FindingAt;
import org.dicompreview.ui.internal.explorer.Node.Kind;
import org.dicompreview.ui.internal.folders.Problem;

/** Makes the row of a series and the rows below it: its stacks if it has several, its diagnosis, what has no pixels. */
final class SeriesRows {

	private record StackKey(Series series, int index) {
	}

	private record FindingKey(Series series, int stack, int index) {
	}

	private record DamagedKey(Object path) {
	}

	private static final int WHOLE_SERIES = -1;
	/** So many damaged instances are named. */
	private static final int NAMED = 20;

	private SeriesRows() {
	}

	/** @param structure what is known of the stacks and findings */
	static Node of(Series series, SeriesStructure structure) {
		List<Stack> stacks = structure.stacks();
		List<Node> children = new ArrayList<>();
		if (stacks.size() == 1) {
			children.addAll(findings(structure.findings(stacks.get(0)), series, stacks.get(0)));
		} else {
			stacks.forEach(stack -> children.add(stack(stack, structure)));
		}
		children.addAll(findings(ofSeries(structure), series, null));
		children.addAll(damaged(structure.damaged(), series));
		boolean warns = children.stream().anyMatch(SeriesRows::warns);
		List<InstanceHeader> documents = series.documents();
		if (documents.size() > 1 || series.imageCount() > 0) {
			documents.forEach(header -> children.add(document(header, series)));
		}
		return new Node(Kind.SERIES, series, series, Labels.series(series).warning(warns), children);
	}

	/** {@return the findings about the series that its only stack does not say already} */
	private static List<Finding> ofSeries(SeriesStructure structure) {
		Set<String> said = new HashSet<>();
		if (structure.stacks().size() == 1) {
			structure.findings(structure.stacks().get(0)).forEach(finding -> said.add(finding.message()));
		}
		return structure.findings().stream().filter(finding -> !said.contains(finding.message())).toList();
	}

	private static List<Node> damaged(List<InstanceHeader> headers, Series series) {
		List<Node> nodes = new ArrayList<>();
		for (InstanceHeader header : headers.subList(0, Math.min(NAMED, headers.size()))) {
			String message = header.problem().map(Problem::words).orElse(""); //$NON-NLS-1$
			nodes.add(new Node(Kind.DAMAGED, new DamagedAt(header, message, series), new DamagedKey(header.path()),
					Labels.damaged(header, message), List.of()));
		}
		if (headers.size() > NAMED) {
			nodes.add(new Node(Kind.MORE, series, series, Labels.more(headers.size() - NAMED), List.of()));
		}
		return nodes;
	}

	private static Node stack(Stack stack, SeriesStructure structure) {
		List<Node> children = findings(structure.findings(stack), stack.series(), stack);
		Label label = Labels.stack(stack).warning(children.stream().anyMatch(SeriesRows::warns));
		return new Node(Kind.STACK, stack, new StackKey(stack.series(), stack.index()), label, children);
	}

	private static List<Node> findings(List<Finding> findings, Series series, Stack stack) {
		List<Node> nodes = new ArrayList<>();
		for (Finding finding : findings) {
			FindingKey key = new FindingKey(series, stack == null ? WHOLE_SERIES : stack.index(), nodes.size());
			nodes.add(new Node(Kind.FINDING, new FindingAt(finding, series, stack), key, Labels.finding(finding), List.of()));
		}
		return nodes;
	}

	private static boolean warns(Node node) {
		return node.label().warns() || node.kind() == Kind.DAMAGED || node.element() instanceof FindingAt at && at.warns();
	}

	private static Node document(InstanceHeader header, Series series) {
		return new Node(Kind.DOCUMENT, new DocumentAt(header, series), header.path(), Labels.document(header), List.of());
	}
}
