package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.eclipse.osgi.util.NLS;

/** Makes the row of a series and the rows below it: its stacks if it has several, its diagnosis, what has no pixels. */
final class SeriesRows {

	/** So many damaged instances are named. */
	private static final int NAMED = 20;

	private SeriesRows() {
	}

	/**
	 * {@return the row of a series}
	 *
	 * @param structure what is known of the stacks and findings
	 * @param alone     whether no rows above say whose series it is
	 */
	static Node.OfSeries of(Series series, SeriesStructure structure, boolean alone) {
		List<SliceStack> stacks = structure.stacks();
		List<Node> children = new ArrayList<>();
		OptionalInt color = OptionalInt.empty();
		if (stacks.size() == 1) {
			color = stacks.get(0).color();
			children.addAll(findings(structure.findings(stacks.get(0)), series, Optional.of(stacks.get(0))));
		} else {
			stacks.forEach(stack -> children.add(stack(stack, structure)));
		}
		children.addAll(findings(ofSeries(structure), series, Optional.empty()));
		children.addAll(damaged(structure.damaged(), series));
		children.addAll(notes(structure.damaged(), series));
		boolean warns = children.stream().anyMatch(Node::warns);
		List<InstanceHeader> documents = series.documents();
		if (documents.size() > 1 || series.imageCount() > 0) {
			documents.forEach(header -> children.add(new Node.OfDocument(header, series)));
		}
		return new Node.OfSeries(series, (alone ? Labels.seriesAlone(series) : Labels.series(series)).warning(warns).colored(color),
				children);
	}

	/** {@return the findings about the series that its only stack does not say already} */
	private static List<Finding> ofSeries(SeriesStructure structure) {
		Set<Text> said = new HashSet<>();
		if (structure.stacks().size() == 1) {
			structure.findings(structure.stacks().get(0)).forEach(finding -> said.add(finding.message()));
		}
		return structure.findings().stream().filter(finding -> !said.contains(finding.message())).toList();
	}

	private static List<Node> damaged(List<ProblemInstance> all, Series series) {
		List<ProblemInstance> damaged = all.stream().filter(at -> note(at).isEmpty()).toList();
		return rows(Node.OfDamaged::new, damaged, series, series);
	}

	/** {@return a row for each kind of note, with rows of the instances below it} */
	private static List<Node> notes(List<ProblemInstance> all, Series series) {
		Map<String, List<ProblemInstance>> byText = new LinkedHashMap<>();
		all.forEach(at -> note(at).ifPresent(text -> byText.computeIfAbsent(text, key -> new ArrayList<>()).add(at)));
		List<Node> nodes = new ArrayList<>();
		byText.forEach((text, instances) -> {
			Node.OfNote.Key key = new Node.OfNote.Key(series, text);
			nodes.add(new Node.OfNote(key, instances, rows(Node.OfNoted::new, instances, series, key)));
		});
		return nodes;
	}

	/** {@return what a note says, without the place in the file; absent for damage} */
	private static Optional<String> note(ProblemInstance at) {
		return at.header().problem().filter(Problem::isNote)
				.map(problem -> NLS.bind(Messages.SeriesRows_note, Texts.words(problem.what()), Tag.format(problem.tag())));
	}

	/** {@return the first instances, and how many more there are} */
	private static List<Node> rows(Function<ProblemInstance, Node> row, List<ProblemInstance> instances, Series series,
			Object more) {
		List<Node> nodes = new ArrayList<>();
		instances.stream().limit(NAMED).map(row).forEach(nodes::add);
		if (instances.size() > NAMED) {
			nodes.add(new Node.OfMoreInstances(series, more, instances.size() - NAMED));
		}
		return nodes;
	}

	private static Node stack(SliceStack stack, SeriesStructure structure) {
		List<Node> children = findings(structure.findings(stack), stack.series(), Optional.of(stack));
		Label label = Labels.stack(stack).warning(children.stream().anyMatch(Node::warns));
		return new Node.OfStack(stack, label, children);
	}

	private static List<Node> findings(List<Finding> findings, Series series, Optional<SliceStack> stack) {
		List<Node> nodes = new ArrayList<>();
		findings.forEach(finding -> nodes.add(new Node.OfFinding(finding, series, stack, nodes.size())));
		return nodes;
	}
}
