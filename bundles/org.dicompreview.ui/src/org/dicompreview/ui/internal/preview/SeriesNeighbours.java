package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.series.Series;

/** The series beside a series, and its name. Plain functions. */
final class SeriesNeighbours {

	private SeriesNeighbours() {
	}

	/** {@return the series of the same study that comes {@code delta} after this one and has images} */
	static Optional<Series> neighbour(Series series, int delta) {
		List<Series> all = series.study().series().stream().filter(each -> each == series || each.imageCount() > 0).toList();
		int index = all.indexOf(series) + delta;
		return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
	}

	/** {@return patient, number, modality and description, as far as they are known} */
	static String title(Series series) {
		OptionalInt number = series.number();
		String kind = Stream.of(number.isPresent() ? Integer.toString(number.getAsInt()) : "", series.modality(), //$NON-NLS-1$
				series.description()).filter(text -> !text.isEmpty()).collect(Collectors.joining("  ")); //$NON-NLS-1$
		return Stream.of(series.study().patient().name(), kind).filter(text -> !text.isEmpty())
				.collect(Collectors.joining("  \u2013  ")); //$NON-NLS-1$
	}
}
