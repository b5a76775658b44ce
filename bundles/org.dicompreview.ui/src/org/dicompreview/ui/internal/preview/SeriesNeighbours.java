package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;

/** The series beside a series. Plain functions. */
final class SeriesNeighbours {

	private SeriesNeighbours() {
	}

	/**
	 * {@return the series that comes {@code delta} after this one among those that have images, on into the next study and
	 * patient}
	 *
	 * @param patients of the catalog; if the series is not in it, its own patient stands for all
	 */
	static Optional<Series> neighbour(List<Patient> patients, Series series, int delta) {
		Patient own = series.study().patient();
		List<Series> all = (patients.contains(own) ? patients : List.of(own)).stream().map(Patient::studies)
				.flatMap(List::stream).flatMap(study -> study.series().stream())
				.filter(each -> each == series || each.imageCount() > 0).toList();
		int index = all.indexOf(series) + delta;
		return all.contains(series) && index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
	}
}
