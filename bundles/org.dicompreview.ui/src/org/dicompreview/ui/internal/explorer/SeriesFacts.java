package org.dicompreview.ui.internal.explorer;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Series;

/**
 * By what series are sought and sorted.
 *
 * @param description Series Description, or empty text
 * @param modality    Modality, or empty text
 * @param date        of the study, else of the series, as {@code YYYYMMDD…}, or empty text
 * @param bodyPart    Body Part Examined (0018,0015) of the first instance, or empty text
 * @param images      number of images
 * @param problems    whether its diagnosis found that something is wrong, as far as it is known
 */
record SeriesFacts(String description, String modality, String date, String bodyPart, int images, boolean problems) {

	static SeriesFacts of(Series series, boolean problems) {
		String date = series.study().date().isEmpty() ? series.date() : series.study().date();
		String bodyPart = series.instances().stream().findFirst().flatMap(header -> header.string(Tag.BODY_PART_EXAMINED))
				.orElse(""); //$NON-NLS-1$
		return new SeriesFacts(series.description(), series.modality(), date, bodyPart, series.imageCount(), problems);
	}
}
