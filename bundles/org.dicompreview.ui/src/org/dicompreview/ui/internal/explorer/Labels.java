package org.dicompreview.ui.internal.explorer;

import java.text.MessageFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.osgi.util.NLS;

/** Words for the things in the tree. */
final class Labels {

	private static final int MODALITIES = 4;
	private static final String STORAGE = " Storage"; //$NON-NLS-1$

	private Labels() {
	}

	static Label patient(Patient patient) {
		String name = firstOf(patient.name(), firstOf(patient.id(), Messages.Labels_unknownPatient));
		String id = patient.id().equals(name) ? "" : patient.id(); //$NON-NLS-1$
		return Label.of(name, id, DicomDates.date(patient.birthDate()));
	}

	static Label study(Study study) {
		String date = DicomDates.date(study.date());
		String modalities = modalities(study);
		if (study.description().isEmpty()) {
			return Label.of(firstOf(date, Messages.Labels_study), modalities);
		}
		return Label.of(study.description(), date, modalities);
	}

	private static String modalities(Study study) {
		return study.series().stream().map(Series::modality).filter(text -> !text.isEmpty()).distinct().limit(MODALITIES)
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	static Label series(Series series) {
		String number = series.number().isPresent() ? String.valueOf(series.number().getAsInt()) : ""; //$NON-NLS-1$
		String contents = contents(series);
		String details = Label.join(series.modality(), contents);
		List<InstanceHeader> documents = series.imageCount() == 0 ? series.documents() : List.of();
		if (!documents.isEmpty()) {
			String kind = kind(documents.get(0));
			String some = documents.size() == 1 ? "" : contents; //$NON-NLS-1$
			return series.description().isEmpty() ? new Label(number, kind, Label.join(series.modality(), some))
					: new Label(number, series.description(), Label.join(series.modality(), kind, some));
		}
		if (!series.description().isEmpty()) {
			return new Label(number, series.description(), details);
		}
		String name = number.isEmpty() ? Messages.Labels_series : NLS.bind(Messages.Labels_seriesNumber, number);
		return Label.of(name, details);
	}

	/** {@return the label of a series without rows above it} */
	static Label seriesAlone(Series series) {
		Label label = series(series);
		Study study = series.study();
		return label.withDetails(Label.join(label.details(), patient(study.patient()).text(), study.description(),
				DicomDates.date(study.date())));
	}

	/** {@return the label of a study without a row of its patient above it} */
	static Label studyOfPatient(Study study) {
		Label label = study(study);
		return Label.of(patient(study.patient()).text(), study.description().isEmpty() ? "" : label.text(), modalities(study)); //$NON-NLS-1$
	}

	/** {@return the label of all studies of a day} @param date as the standard has it, or empty text */
	static Label date(String date, int studies) {
		return Label.of(firstOf(DicomDates.date(date), Messages.Labels_noDate), count(Messages.Labels_studies, studies));
	}

	static String contents(Series series) {
		int images = series.imageCount();
		int documents = series.documents().size();
		if (documents == 0) {
			return count(Messages.Labels_images, images);
		}
		String other = count(Messages.Labels_documents, documents);
		return images == 0 ? other : Label.join(count(Messages.Labels_images, images), other);
	}

	static Label stack(SliceStack stack) {
		String name = firstOf(stack.label(), NLS.bind(Messages.Labels_stack, stack.index() + 1));
		return Label.of(name, count(Messages.Labels_images, stack.slices().size())).colored(stack.color());
	}

	static Label document(InstanceHeader header) {
		return Label.of(kind(header), header.location().name());
	}

	/** {@return what an instance is, in the words of the standard} */
	static String kind(InstanceHeader header) {
		String name = DataDictionary.uidName(header.sopClassUid())
				.orElseGet(() -> header.string(Tag.MODALITY).orElse(Messages.Labels_document));
		return name.endsWith(STORAGE) ? name.substring(0, name.length() - STORAGE.length()) : name;
	}

	static Label finding(Finding finding) {
		return Label.of(Texts.words(finding.message()));
	}

	/** {@return what there is to say about an open root; empty text if nothing} */
	static String folder(FolderState state) {
		String broken = state.broken() == 0 ? "" : count(Messages.Labels_broken, state.broken()); //$NON-NLS-1$
		String missing = state.missing() == 0 ? "" : count(Messages.Labels_missingFiles, state.missing()); //$NON-NLS-1$
		String foreign = state.foreign() == 0 ? "" : count(Messages.Labels_foreign, state.foreign()); //$NON-NLS-1$
		String problems = Label.join(broken, missing, foreign);
		return switch (state.phase()) {
			case MISSING -> Messages.Labels_missing;
			case FAILED -> Messages.Labels_failed;
			case CANCELLED -> Label.join(count(Messages.Labels_cancelled, state.done()), problems);
			case DONE -> state.instances() == 0 ? Label.join(Messages.Labels_noDicom, problems) : problems;
			default -> problems;
		};
	}

	/** {@return the label of a root that has something to say} */
	static Label folder(FolderState state, String problems) {
		return Label.of(problems, state.root().toString(), state.message());
	}

	/** @param name what the file is called below its root */
	static Label problem(String name, FileProblem problem) {
		return Label.of(name, problem.foreign() ? Messages.Labels_notDicom : problem.message());
	}

	static Label damaged(InstanceHeader header, String message) {
		return Label.of(header.location().name(), message);
	}

	/** @param count of the images that have it */
	static Label note(String message, int count) {
		return Label.of(message, count(Messages.Labels_images, count));
	}

	static Label more(int count) {
		return Label.of(count(Messages.Labels_more, count));
	}

	static String count(String pattern, int count) {
		return MessageFormat.format(pattern, count);
	}

	private static String firstOf(String text, String otherwise) {
		return text.isEmpty() ? otherwise : text;
	}
}
