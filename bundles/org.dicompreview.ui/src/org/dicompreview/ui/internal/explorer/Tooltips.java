package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.osgi.util.NLS;

/** All that is known about the thing under the mouse, a line each. */
final class Tooltips {

	/** So many reasons for the sign on an icon are named. */
	private static final int WARNINGS = 5;
	private static final String WARNING_SIGN = "\u26A0 "; //$NON-NLS-1$

	private Tooltips() {
	}

	static String of(Node node) {
		List<String> lines = new ArrayList<>();
		lines.add(node.label().text());
		lines.addAll(node.facts());
		if (node.label().warns()) {
			warnings(node).distinct().limit(WARNINGS).map(text -> WARNING_SIGN + text).forEach(lines::add);
		}
		node.label().color().ifPresent(rgb -> lines.add(NLS.bind(Messages.Tooltips_color, Swatch.name(rgb))));
		return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList()); //$NON-NLS-1$
	}

	/** {@return what is wrong with a node and those below it} */
	private static Stream<String> warnings(Node node) {
		Stream<String> own = node.warns() && node.children().isEmpty() ? Stream.of(node.label().line()) : Stream.of();
		return Stream.concat(own, node.children().stream().flatMap(Tooltips::warnings));
	}

	static List<String> patient(Patient patient) {
		List<String> lines = new ArrayList<>();
		add(lines, Messages.Tooltips_id, patient.id());
		add(lines, Messages.Tooltips_born, DicomDates.date(patient.birthDate()));
		add(lines, Messages.Tooltips_sex, patient.sex());
		return lines;
	}

	static List<String> study(Study study) {
		List<String> lines = new ArrayList<>();
		add(lines, Messages.Tooltips_date, DicomDates.dateTime(study.date()));
		add(lines, Messages.Tooltips_accession, study.accessionNumber());
		add(lines, Messages.Tooltips_uid, study.uid());
		return lines;
	}

	static List<String> series(Series series) {
		List<String> lines = new ArrayList<>();
		lines.add(Labels.contents(series));
		add(lines, Messages.Tooltips_modality, series.modality());
		add(lines, Messages.Tooltips_date, DicomDates.dateTime(series.date()));
		add(lines, Messages.Tooltips_folder, NodeFiles.folder(series).map(Object::toString).orElse("")); //$NON-NLS-1$
		add(lines, Messages.Tooltips_uid, series.uid());
		return lines;
	}

	static List<String> stack(SliceStack stack) {
		List<String> lines = new ArrayList<>();
		lines.add(Labels.stack(stack).details());
		add(lines, Messages.Tooltips_order, stack.rule());
		if (!stack.from().isEmpty()) {
			lines.add(NLS.bind(Messages.Tooltips_direction, stack.from(), stack.towards()));
		}
		for (Axis axis : stack.axes()) {
			lines.add(NLS.bind(Messages.Tooltips_axis, axis.label(), axis.size()));
		}
		return lines;
	}

	static List<String> document(InstanceHeader header) {
		List<String> lines = new ArrayList<>();
		lines.add(header.location().toString());
		add(lines, Messages.Tooltips_uid, header.sopInstanceUid());
		return lines;
	}

	static List<String> problem(FileProblem problem) {
		List<String> lines = new ArrayList<>();
		lines.add(problem.location().toString());
		lines.add(problem.foreign() ? Messages.Labels_notDicom : problem.message());
		return lines;
	}

	private static void add(List<String> lines, String pattern, String value) {
		if (!value.isEmpty()) {
			lines.add(NLS.bind(pattern, value));
		}
	}
}
