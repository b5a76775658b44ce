package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.Selected;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.core.runtime.Adapters;

/** What was selected in another part, as far as a Preview can show it or say what it is. Immutable. */
sealed interface PreviewInput {

	/** A slice. @param series absent where only the slice is known */
	record OfSlice(Slice slice, Optional<Series> series) implements PreviewInput {
	}

	/** A stack, from its start. */
	record OfStack(SliceStack stack) implements PreviewInput {
	}

	/** A series, where the person left it. */
	record OfSeries(Series series) implements PreviewInput {
	}

	/** One instance of a series, with or without images. */
	record OfInstance(Series series, InstanceHeader header) implements PreviewInput {
	}

	/** A file that could not be used. */
	record OfProblem(FileProblem problem) implements PreviewInput {
	}

	/** Files and folders. */
	record OfFiles(List<SelectedFiles> files) implements PreviewInput {
	}

	/** {@return what to show for selected elements; absent if they have nothing to do with images or files} */
	static Optional<PreviewInput> of(List<?> elements) {
		List<PreviewInput> each = elements.stream().map(PreviewInput::of).flatMap(Optional::stream).toList();
		if (each.size() < 2) {
			return each.stream().findFirst();
		}
		Optional<PreviewInput> first = each.stream()
				.filter(input -> !(input instanceof OfFiles) && !(input instanceof OfProblem)).findFirst();
		return first.isPresent() ? first : Optional.of(new OfFiles(each.stream().flatMap(PreviewInput::files).toList()));
	}

	private static Stream<SelectedFiles> files(PreviewInput input) {
		return input instanceof OfFiles some ? some.files().stream()
				: input instanceof OfProblem one ? FileLocation.path(one.problem().location()).map(Selected::of).stream() : Stream.empty();
	}

	private static Optional<PreviewInput> of(Object element) {
		Series series = Adapters.adapt(element, Series.class);
		Slice slice = Adapters.adapt(element, Slice.class);
		InstanceHeader header = Adapters.adapt(element, InstanceHeader.class);
		SliceStack stack = Adapters.adapt(element, SliceStack.class);
		if (slice != null) {
			return Optional.of(new OfSlice(slice, Optional.ofNullable(series)));
		}
		if (header != null) {
			return series != null ? Optional.of(new OfInstance(series, header))
					: FileLocation.path(header.location()).map(file -> new OfFiles(List.of(Selected.of(file))));
		}
		if (stack != null) {
			return Optional.of(new OfStack(stack));
		}
		return series != null ? Optional.of(new OfSeries(series)) : ofParent(element);
	}

	private static Optional<PreviewInput> ofParent(Object element) {
		Study study = Adapters.adapt(element, Study.class);
		Patient patient = Adapters.adapt(element, Patient.class);
		List<Series> all = study != null ? study.series()
				: patient != null ? patient.studies().stream().flatMap(each -> each.series().stream()).toList() : List.of();
		return all.isEmpty() ? ofFile(element) : Optional.of(new OfSeries(first(all)));
	}

	/** {@return the first series with images, else the first; there is at least one} */
	static Series first(List<Series> all) {
		return all.stream().filter(series -> series.imageCount() > 0).findFirst().orElse(all.get(0));
	}

	private static Optional<PreviewInput> ofFile(Object element) {
		FileProblem problem = Adapters.adapt(element, FileProblem.class);
		if (problem != null) {
			return Optional.of(new OfProblem(problem));
		}
		return Selected.relatedFiles(element).map(files -> new OfFiles(List.of(files)));
	}
}
