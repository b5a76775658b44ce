package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.series.Axis;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.explorer.Node.DamagedAt;
import org.dicompreview.ui.internal.explorer.Node.DocumentAt;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.osgi.util.NLS;

/** All that is known about the thing under the mouse, a line each. */
final class Tooltips {

	private Tooltips() {
	}

	static String of(Node node) {
		List<String> lines = new ArrayList<>();
		lines.add(node.label().text());
		switch (node.kind()) {
			case PATIENT -> patient((Patient) node.element(), lines);
			case STUDY -> study((Study) node.element(), lines);
			case SERIES -> series((Series) node.element(), lines);
			case STACK -> stack((SliceStack) node.element(), lines);
			case FINDING -> lines.add(node.label().details());
			case DOCUMENT -> document((DocumentAt) node.element(), lines);
			case DAMAGED, NOTED -> damaged((DamagedAt) node.element(), lines);
			case FOLDER -> folder((FolderState) node.element(), lines);
			case PROBLEM -> problem((FileProblem) node.element(), lines);
			case NOTE, MORE, ALL -> lines.add(node.label().details());
		}
		node.label().color().ifPresent(rgb -> lines.add(NLS.bind(Messages.Tooltips_color, Swatch.name(rgb))));
		return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList()); //$NON-NLS-1$
	}

	private static void patient(Patient patient, List<String> lines) {
		add(lines, Messages.Tooltips_id, patient.id());
		add(lines, Messages.Tooltips_born, DicomDates.date(patient.birthDate()));
		add(lines, Messages.Tooltips_sex, patient.sex());
	}

	private static void study(Study study, List<String> lines) {
		add(lines, Messages.Tooltips_date, DicomDates.dateTime(study.date()));
		add(lines, Messages.Tooltips_accession, study.accessionNumber());
		add(lines, Messages.Tooltips_uid, study.uid());
	}

	private static void series(Series series, List<String> lines) {
		lines.add(Labels.contents(series));
		add(lines, Messages.Tooltips_modality, series.modality());
		add(lines, Messages.Tooltips_date, DicomDates.dateTime(series.date()));
		add(lines, Messages.Tooltips_folder, NodeFiles.folder(series).map(Object::toString).orElse("")); //$NON-NLS-1$
		add(lines, Messages.Tooltips_uid, series.uid());
	}

	private static void stack(SliceStack stack, List<String> lines) {
		lines.add(Labels.stack(stack).details());
		add(lines, Messages.Tooltips_order, stack.rule());
		if (!stack.from().isEmpty()) {
			lines.add(NLS.bind(Messages.Tooltips_direction, stack.from(), stack.towards()));
		}
		for (Axis axis : stack.axes()) {
			lines.add(NLS.bind(Messages.Tooltips_axis, axis.label(), axis.size()));
		}
	}

	private static void document(DocumentAt document, List<String> lines) {
		lines.add(document.header().location().toString());
		add(lines, Messages.Tooltips_uid, document.header().sopInstanceUid());
	}

	private static void damaged(DamagedAt damaged, List<String> lines) {
		lines.add(damaged.header().location().toString());
		lines.add(damaged.message());
	}

	private static void folder(FolderState state, List<String> lines) {
		lines.add(state.root().toString());
		lines.add(state.message());
	}

	private static void problem(FileProblem problem, List<String> lines) {
		lines.add(problem.location().toString());
		lines.add(problem.foreign() ? Messages.Labels_notDicom : problem.message());
	}

	private static void add(List<String> lines, String pattern, String value) {
		if (!value.isEmpty()) {
			lines.add(NLS.bind(pattern, value));
		}
	}
}
