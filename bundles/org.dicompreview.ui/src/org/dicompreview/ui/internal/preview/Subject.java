package org.dicompreview.ui.internal.preview;

import java.util.Optional;

import org.dicompreview.series.Series;
import org.eclipse.osgi.util.NLS;

/** What a viewport is about. Immutable. */
sealed interface Subject {

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
			return of.description().isEmpty() ? Messages.PreviewPane_noImagesUnnamed
					: NLS.bind(Messages.PreviewPane_noImages, of.description());
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
}
