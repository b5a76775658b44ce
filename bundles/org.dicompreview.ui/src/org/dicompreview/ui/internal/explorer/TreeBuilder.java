package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.ui.internal.folders.ScannedFolders;

/** Takes snapshots of what is open. Not for the UI thread, and for one thread at a time. */
final class TreeBuilder {

	private record ProblemKey(Object root, int index) {
	}

	/** The row of a series with all that goes into it, so that only series that have changed are described anew. */
	private record Row(int version, SeriesStructure structure, Node node, String search) {
	}

	private record FolderRow(String text, int problems, Filter filter, Node node) {
	}

	private final ScannedFolders folders;
	private final Function<Series, SeriesStructure> structures;
	private Map<Series, Row> rows = new HashMap<>();
	private Map<Object, FolderRow> folderRows = new HashMap<>();

	/** @param structures what is known already of the structure of a series */
	TreeBuilder(ScannedFolders folders, Function<Series, SeriesStructure> structures) {
		this.folders = folders;
		this.structures = structures;
	}

	Snapshot build(Filter filter) {
		Map<Series, Row> nextRows = new HashMap<>();
		List<Node> top = new ArrayList<>();
		for (Patient patient : folders.catalog().patients()) {
			List<Node> studies = studies(patient, filter, nextRows);
			if (!studies.isEmpty()) {
				top.add(new Node.OfPatient(patient, Labels.patient(patient), studies));
			}
		}
		rows = nextRows;
		List<FolderState> states = folders.states();
		top.addAll(folders(states, filter));
		return new Snapshot(top, states, filter);
	}

	/** {@return the series of the last snapshot, those included that the filter held back} */
	Collection<Series> series() {
		return rows.keySet();
	}

	private List<Node> studies(Patient patient, Filter filter, Map<Series, Row> nextRows) {
		String search = filter.isEmpty() ? "" : Filter.fold(patient.name() + '\n' + patient.id() + '\n'); //$NON-NLS-1$
		List<Node> nodes = new ArrayList<>();
		for (Study study : patient.studies()) {
			List<Node> series = series(study, search, filter, nextRows);
			if (!series.isEmpty()) {
				nodes.add(new Node.OfStudy(study, Labels.study(study), series));
			}
		}
		return nodes;
	}

	private List<Node> series(Study study, String parents, Filter filter, Map<Series, Row> nextRows) {
		String search = filter.isEmpty() ? "" : parents + Filter.fold(search(study)); //$NON-NLS-1$
		List<Node> nodes = new ArrayList<>();
		for (Series series : study.series()) {
			Row row = row(series);
			nextRows.put(series, row);
			if (filter.isEmpty() || filter.matches(search + row.search())) {
				nodes.add(row.node());
			}
		}
		return nodes;
	}

	private Row row(Series series) {
		int version = series.version(); // before anything else is asked: a change meanwhile makes the row stale
		SeriesStructure structure = structures.apply(series);
		Row before = rows.get(series);
		if (before != null && before.version() == version && before.structure() == structure) {
			return before;
		}
		return new Row(version, structure, SeriesRows.of(series, structure), Filter.fold(search(series)));
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
