package org.dicompreview.ui.internal.preview;

import java.nio.file.Path;
import java.util.Optional;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.ui.internal.folders.Problem;
import org.eclipse.osgi.util.NLS;

/** What a viewport is about. Immutable. */
sealed interface Subject {

	/** End of the names of SOP classes. */
	String STORAGE = " Storage"; //$NON-NLS-1$

	/** {@return what people call it; empty text if it is nothing} */
	String title();

	/** {@return what is to be said in place of a picture} */
	String message();

	/** {@return the series that it belongs to} */
	default Optional<Series> series() {
		return Optional.empty();
	}

	/** {@return what other views shall know as selected while there is no slice} */
	default Optional<Object> element() {
		return Optional.empty();
	}

	/** Nothing was selected yet, or what was is gone. */
	record Nothing() implements Subject {

		@Override
		public String title() {
			return ""; //$NON-NLS-1$
		}

		@Override
		public String message() {
			return Messages.PreviewPane_empty;
		}
	}

	/** The images of a series, if it has any. @param of the series */
	record Images(Series of) implements Subject {

		@Override
		public String title() {
			return SeriesNeighbours.title(of);
		}

		@Override
		public String message() {
			String text = of.description().isEmpty() ? Messages.PreviewPane_noImagesUnnamed
					: NLS.bind(Messages.PreviewPane_noImages, of.description());
			return of.documents().stream().findFirst().map(header -> text + '\n' + kind(header)).orElse(text);
		}

		@Override
		public Optional<Series> series() {
			return Optional.of(of);
		}

		@Override
		public Optional<Object> element() {
			return of.documents().stream().findFirst().map(Object.class::cast);
		}
	}

	/**
	 * One instance that has no image, or whose images cannot be found.
	 *
	 * @param of     its series
	 * @param header the instance
	 */
	record Document(Series of, InstanceHeader header) implements Subject {

		@Override
		public String title() {
			return SeriesNeighbours.title(of);
		}

		@Override
		public String message() {
			String text = NLS.bind(Messages.Subject_document, kind(header), fileName(header.path()));
			return header.problem().map(problem -> text + '\n' + Problem.words(problem)).orElse(text);
		}

		@Override
		public Optional<Series> series() {
			return Optional.of(of);
		}

		@Override
		public Optional<Object> element() {
			return Optional.of(header);
		}
	}

	/**
	 * What is not of a series: a file that is broken or none of DICOM, or a folder without any.
	 *
	 * @param title   what it is called
	 * @param message what it is, or why it cannot be shown
	 * @param problem the file, if it is one that is broken
	 */
	record Unshown(String title, String message, Optional<Problem> problem) implements Subject {

		/** {@return a file that a scan could not use} */
		static Unshown of(Problem problem) {
			String name = fileName(problem.path());
			if (problem.missing()) {
				return new Unshown(name, NLS.bind(Messages.Subject_missing, name) + '\n' + problem.message(), Optional.of(problem));
			}
			return problem.foreign() ? new Unshown(name, NLS.bind(Messages.Subject_notDicom, name), Optional.empty())
					: new Unshown(name, NLS.bind(Messages.Subject_broken, name, problem.message()), Optional.of(problem));
		}

		/** {@return something about which there is but one thing to say} @param pattern with the name in it */
		static Unshown of(String pattern, Path file) {
			return new Unshown(fileName(file), NLS.bind(pattern, fileName(file)), Optional.empty());
		}

		@Override
		public Optional<Object> element() {
			return problem.map(Object.class::cast);
		}
	}

	private static String fileName(Path path) {
		Path name = path.getFileName();
		return name == null ? path.toString() : name.toString();
	}

	/** {@return what an instance is, in the words of the standard} */
	private static String kind(InstanceHeader header) {
		String name = DataDictionary.uidName(header.sopClassUid()).orElse(Messages.Subject_unknownKind);
		return name.endsWith(STORAGE) ? name.substring(0, name.length() - STORAGE.length()) : name;
	}
}
