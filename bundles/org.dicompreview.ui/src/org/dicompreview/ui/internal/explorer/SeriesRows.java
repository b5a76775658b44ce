package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.ui.internal.explorer.Node.DamagedAt;
import org.dicompreview.ui.internal.explorer.Node.DocumentAt;
import org.dicompreview.ui.internal.explorer.Node.FindingAt;
import org.dicompreview.ui.internal.explorer.Node.Kind;
import org.dicompreview.ui.internal.explorer.Node.NoteAt;
import org.eclipse.osgi.util.NLS;

/** Makes the row of a series and the rows below it: its stacks if it has several, its diagnosis, what has no pixels. */
final class SeriesRows {

	private record StackKey(Series series, int index) {
	}

	private record FindingKey(Series series, int stack, int index) {
	}

	private record DamagedKey(InstanceLocation location) {
	}

	private record NoteKey(Series series, String text) {
	}

	private static final int WHOLE_SERIES = -1;
	/** So many damaged instances are named. */
	private static final int NAMED = 20;

	private SeriesRows() {
	}

	/** @param structure what is known of the stacks and findings */
	static Node of(Series series, SeriesStructure structure) {
		List<SliceStack> stacks = structure.stacks();
		List<Node> children = new ArrayList<>();
		OptionalInt color = OptionalInt.empty();
		if (stacks.size() == 1) {
			color = stacks.get(0).color();
			children.addAll(findings(structure.findings(stacks.get(0)), series, stacks.get(0)));
		} else {
			stacks.forEach(stack -> children.add(stack(stack, structure)));
		}
		children.addAll(findings(ofSeries(structure), series, null));
		children.addAll(damaged(structure.damaged(), series));
		children.addAll(notes(structure.damaged(), series));
		boolean warns = children.stream().anyMatch(SeriesRows::warns);
		List<InstanceHeader> documents = series.documents();
		if (documents.size() > 1 || series.imageCount() > 0) {
			documents.forEach(header -> children.add(document(header, series)));
		}
		return new Node(Kind.SERIES, series, series, Labels.series(series).warning(warns).colored(color), children);
	}

	/** {@return the findings about the series that its only stack does not say already} */
	private static List<Finding> ofSeries(SeriesStructure structure) {
		Set<Text> said = new HashSet<>();
		if (structure.stacks().size() == 1) {
			structure.findings(structure.stacks().get(0)).forEach(finding -> said.add(finding.message()));
		}
		return structure.findings().stream().filter(finding -> !said.contains(finding.message())).toList();
	}

	private static List<Node> damaged(List<DamagedAt> all, Series series) {
		List<DamagedAt> damaged = all.stream().filter(at -> note(at).isEmpty()).toList();
		return rows(Kind.DAMAGED, damaged, series, series);
	}

	/** {@return a row for each kind of note, with rows of the instances below it} */
	private static List<Node> notes(List<DamagedAt> all, Series series) {
		Map<String, List<DamagedAt>> byText = new LinkedHashMap<>();
		all.forEach(at -> note(at).ifPresent(text -> byText.computeIfAbsent(text, key -> new ArrayList<>()).add(at)));
		List<Node> nodes = new ArrayList<>();
		byText.forEach((text, instances) -> {
			NoteKey key = new NoteKey(series, text);
			nodes.add(new Node(Kind.NOTE, new NoteAt(text, instances, series), key, Labels.note(text, instances.size()),
					rows(Kind.NOTED, instances, series, key)));
		});
		return nodes;
	}

	/** {@return what a note says, without the place in the file; absent for damage} */
	private static Optional<String> note(DamagedAt at) {
		return at.header().problem().filter(Problem::isNote)
				.map(problem -> NLS.bind(Messages.SeriesRows_note, Texts.words(problem.what()), Tag.format(problem.tag())));
	}

	/** {@return the first instances, and how many more there are} */
	private static List<Node> rows(Kind kind, List<DamagedAt> instances, Series series, Object more) {
		List<Node> nodes = new ArrayList<>();
		for (DamagedAt at : instances.subList(0, Math.min(NAMED, instances.size()))) {
			nodes.add(new Node(kind, at, new DamagedKey(at.header().location()), Labels.damaged(at.header(), at.message()),
					List.of()));
		}
		if (instances.size() > NAMED) {
			nodes.add(new Node(Kind.MORE, series, more, Labels.more(instances.size() - NAMED), List.of()));
		}
		return nodes;
	}

	private static Node stack(SliceStack stack, SeriesStructure structure) {
		List<Node> children = findings(structure.findings(stack), stack.series(), stack);
		Label label = Labels.stack(stack).warning(children.stream().anyMatch(SeriesRows::warns));
		return new Node(Kind.STACK, stack, new StackKey(stack.series(), stack.index()), label, children);
	}

	private static List<Node> findings(List<Finding> findings, Series series, SliceStack stack) {
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
		return new Node(Kind.DOCUMENT, new DocumentAt(header, series), header.location(), Labels.document(header), List.of());
	}
}
