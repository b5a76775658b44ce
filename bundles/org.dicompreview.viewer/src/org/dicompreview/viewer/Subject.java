package org.dicompreview.viewer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Series;
import org.eclipse.osgi.util.NLS;

/**
 * What a viewport is about. Immutable.
 *
 * @since 0.1
 */
public sealed interface Subject {

	/** {@return what people call it; empty text if it is nothing} */
	String title();

	/** {@return what is to be said in place of a picture} */
	String message();

	/** {@return the series that it belongs to} */
	default Optional<Series> series() {
		return Optional.empty();
	}

	/**
	 * {@return the instances of which one is shown as a document, that one first, while there are no images}
	 *
	 * @since 0.1.0
	 */
	default List<InstanceHeader> documents() {
		return List.of();
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
			return Messages.Subject_nothing;
		}
	}

	/** The images of a series, if it has any. @param of the series */
	record Images(Series of) implements Subject {

		@Override
		public String title() {
			return Subject.title(of);
		}

		@Override
		public String message() {
			String text = of.description().isEmpty() ? Messages.Subject_noImagesUnnamed
					: NLS.bind(Messages.Subject_noImages, of.description());
			return of.problem().map(Texts::words)
					.or(() -> of.documents().stream().findFirst().map(header -> text + '\n' + kind(header))).orElse(text);
		}

		@Override
		public Optional<Series> series() {
			return Optional.of(of);
		}

		@Override
		public Optional<Object> element() {
			return of.documents().stream().findFirst().map(Object.class::cast);
		}

		@Override
		public List<InstanceHeader> documents() {
			return of.documents();
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
			return Subject.title(of);
		}

		@Override
		public String message() {
			String text = NLS.bind(Messages.Subject_document, kind(header), header.location().name());
			return header.problem().map(problem -> text + '\n' + Texts.words(problem)).orElse(text);
		}

		@Override
		public Optional<Series> series() {
			return Optional.of(of);
		}

		@Override
		public Optional<Object> element() {
			return Optional.of(header);
		}

		@Override
		public List<InstanceHeader> documents() {
			return Stream.concat(Stream.of(header), of.documents().stream().filter(each -> !each.equals(header))).toList();
		}
	}

	/**
	 * What is not of a series: a file that is broken or none of DICOM, or a folder without any.
	 *
	 * @param title   what it is called
	 * @param message what it is, or why it cannot be shown
	 * @param element what other views shall know as selected, if anything
	 */
	record Unshown(String title, String message, Optional<Object> element) implements Subject {
	}

	/** {@return patient, number, modality and description of a series, as far as they are known} */
	static String title(Series series) {
		OptionalInt number = series.number();
		String kind = Stream.of(number.isPresent() ? Integer.toString(number.getAsInt()) : "", series.modality(), //$NON-NLS-1$
				series.description()).filter(text -> !text.isEmpty()).collect(Collectors.joining("  ")); //$NON-NLS-1$
		return Stream.of(series.study().patient().name(), kind).filter(text -> !text.isEmpty())
				.collect(Collectors.joining("  \u2013  ")); //$NON-NLS-1$
	}

	/**
	 * {@return what an instance is, in the words of the standard}
	 *
	 * @param header the instance
	 * @since 0.1.0
	 */
	static String kind(InstanceHeader header) {
		String name = DataDictionary.uidName(header.sopClassUid()).orElse(Messages.Subject_unknownKind);
		String suffix = " Storage"; //$NON-NLS-1$
		return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
	}
}
