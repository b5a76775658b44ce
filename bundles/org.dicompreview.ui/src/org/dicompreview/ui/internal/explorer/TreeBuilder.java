package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.explorer.Arrangement.Grouping;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.ui.internal.folders.ScannedFolders;

/** Takes snapshots of what is open. Not for the UI thread, and for one thread at a time. */
final class TreeBuilder {

	private record ProblemKey(Object root, int index) {
	}

	/** The row of a series with all that goes into it, so that only series that have changed are described anew. */
	private record Row(int version, SeriesStructure structure, boolean alone, Node.OfSeries node, SeriesFacts facts,
			String search) {
	}

	/** A study with what is left of it. */
	private record StudyRow(Study study, List<Row> series) {

		Node node(Label label, Comparator<Row> order) {
			return new Node.OfStudy(study, label, series.stream().sorted(order).<Node>map(Row::node).toList());
		}
	}

	private record FolderRow(String text, int problems, Filter filter, Node node) {
	}

	/** Characters of a date. */
	private static final int DAY = 8;

	private final ScannedFolders folders;
	private final Function<Series, SeriesStructure> structures;
	private Map<Series, Row> rows = new HashMap<>();
	private Map<Series, Row> before = Map.of();
	private Map<Object, FolderRow> folderRows = new HashMap<>();

	/** @param structures what is known already of the structure of a series */
	TreeBuilder(ScannedFolders folders, Function<Series, SeriesStructure> structures) {
		this.folders = folders;
		this.structures = structures;
	}

	Snapshot build(Filter filter) {
		return build(filter, Arrangement.DEFAULT);
	}

	Snapshot build(Filter filter, Arrangement arrangement) {
		before = rows;
		rows = new HashMap<>();
		boolean alone = arrangement.grouping() == Grouping.NONE;
		Comparator<Row> order = Comparator.comparing(Row::facts, arrangement.comparator());
		List<Node> top = new ArrayList<>();
		List<Row> left = new ArrayList<>();
		Map<String, List<StudyRow>> byDate = new TreeMap<>(Comparator.reverseOrder());
		for (Patient patient : folders.catalog().patients()) {
			List<Node> studies = new ArrayList<>();
			for (StudyRow study : studies(patient, filter, alone)) {
				left.addAll(study.series());
				studies.add(study.node(Labels.study(study.study()), order));
				byDate.computeIfAbsent(day(study.study()), key -> new ArrayList<>()).add(study);
			}
			if (!studies.isEmpty() && arrangement.grouping() == Grouping.PATIENT) {
				top.add(new Node.OfPatient(patient, Labels.patient(patient), studies));
			}
		}
		if (arrangement.grouping() == Grouping.DATE) {
			byDate.forEach((date, studies) -> top.add(new Node.OfDate(date, studies.stream().map(StudyRow::study).toList(),
					studies.stream().map(study -> study.node(Labels.studyOfPatient(study.study()), order)).toList())));
		} else if (alone) {
			left.stream().sorted(order).map(Row::node).forEach(top::add);
		}
		before = Map.of();
		List<FolderState> states = folders.states();
		top.addAll(folders(states, filter));
		return new Snapshot(top, states, filter, choices(left.size()));
	}

	/** {@return the day of a study, without the time; empty text if it has none} */
	private static String day(Study study) {
		return study.date().substring(0, Math.min(DAY, study.date().length()));
	}

	private FacetChoices choices(int shown) {
		return new FacetChoices(values(SeriesFacts::modality), values(SeriesFacts::bodyPart), shown, rows.size());
	}

	private List<String> values(Function<SeriesFacts, String> of) {
		return rows.values().stream().map(Row::facts).map(of).filter(text -> !text.isEmpty()).distinct().sorted().toList();
	}

	/** {@return the series of the last snapshot, those included that the filter held back} */
	Collection<Series> series() {
		return rows.keySet();
	}

	/** {@return the studies of which the filter leaves something} */
	private List<StudyRow> studies(Patient patient, Filter filter, boolean alone) {
		String search = filter.isEmpty() ? "" : Filter.fold(patient.name() + '\n' + patient.id() + '\n'); //$NON-NLS-1$
		List<StudyRow> studies = new ArrayList<>();
		for (Study study : patient.studies()) {
			List<Row> series = series(study, search, filter, alone);
			if (!series.isEmpty()) {
				studies.add(new StudyRow(study, series));
			}
		}
		return studies;
	}

	private List<Row> series(Study study, String parents, Filter filter, boolean alone) {
		String search = filter.isEmpty() ? "" : parents + Filter.fold(search(study)); //$NON-NLS-1$
		List<Row> left = new ArrayList<>();
		for (Series series : study.series()) {
			Row row = row(series, alone);
			rows.put(series, row);
			if (filter.isEmpty() || filter.facets().accepts(row.facts()) && filter.matches(search + row.search())) {
				left.add(row);
			}
		}
		return left;
	}

	private Row row(Series series, boolean alone) {
		int version = series.version(); // before anything else is asked: a change meanwhile makes the row stale
		SeriesStructure structure = structures.apply(series);
		Row old = before.get(series);
		if (old != null && old.version() == version && old.structure() == structure && old.alone() == alone) {
			return old;
		}
		Node.OfSeries node = SeriesRows.of(series, structure, alone);
		return new Row(version, structure, alone, node, SeriesFacts.of(series, node.warns()), Filter.fold(search(series)));
	}

	private static String search(Study study) {
		return String.join("\n", study.description(), study.date(), DicomDates.date(study.date()), //$NON-NLS-1$
				study.accessionNumber(), study.uid(), ""); //$NON-NLS-1$
	}

	private static String search(Series series) {
		String number = series.number().isPresent() ? String.valueOf(series.number().getAsInt()) : ""; //$NON-NLS-1$
		return String.join("\n", number, series.description(), series.modality(), series.uid()); //$NON-NLS-1$
	}

	private List<Node> folders(List<FolderState> states, Filter filter) {
		Map<Object, FolderRow> next = new HashMap<>();
		List<Node> nodes = new ArrayList<>();
		for (FolderState state : states) {
			String text = Labels.folder(state);
			int problems = state.problems();
			FolderRow before = folderRows.get(state.root());
			boolean same = before != null && before.text().equals(text) && before.problems() == problems
					&& before.filter().equals(filter);
			FolderRow row = same ? before : new FolderRow(text, problems, filter, folder(state, text, filter));
			next.put(state.root(), row);
			if (row.node() != null) {
				nodes.add(row.node());
			}
		}
		folderRows = next;
		return nodes;
	}

	private Node folder(FolderState state, String text, Filter filter) {
		if (text.isEmpty()) {
			return null;
		}
		List<FileProblem> named = folders.problems(state.root());
		List<Node> children = new ArrayList<>();
		for (int i = 0; i < named.size(); i++) {
			FileProblem problem = named.get(i);
			if (filter.isEmpty() || filter.matches(Filter.fold(problem.location() + "\n" + problem.message()))) { //$NON-NLS-1$
				Label label = Labels.problem(folders.relativeName(state.root(), problem.location()), problem);
				children.add(new Node.OfFileProblem(problem, new ProblemKey(state.root(), i), label));
			}
		}
		int more = state.problems() - named.size();
		if (more > 0 && filter.isEmpty()) {
			children.add(new Node.OfMoreFiles(state.root(), more));
		}
		boolean shown = filter.isEmpty() || !children.isEmpty() || filter.matches(Filter.fold(state.root().toString()));
		return shown ? new Node.OfFolder(state, Labels.folder(state, text), children) : null;
	}
}
