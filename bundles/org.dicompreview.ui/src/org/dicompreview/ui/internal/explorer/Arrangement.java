package org.dicompreview.ui.internal.explorer;

import java.util.Comparator;
import java.util.function.Function;

/**
 * How the rows of series stand below each other. Immutable.
 *
 * @param grouping   what stands above the series
 * @param order      of the series within their group
 * @param descending whether the order is the other way round; what has nothing to sort by comes last all the same
 */
record Arrangement(Grouping grouping, Order order, boolean descending) {

	/** What stands above the series. */
	enum Grouping {
		/** Patient and study. */
		PATIENT,
		/** Date of the study, and the study. */
		DATE,
		/** Nothing. */
		NONE
	}

	/** By what series are sorted. */
	enum Order {
		/** As in the study: by number. */
		SERIES(facts -> ""), //$NON-NLS-1$
		/** By description. */
		DESCRIPTION(facts -> Filter.fold(facts.description())),
		/** By modality. */
		MODALITY(SeriesFacts::modality),
		/** By date of the study, else of the series. */
		DATE(SeriesFacts::date),
		/** By body part. */
		BODY_PART(SeriesFacts::bodyPart),
		/** By number of images. */
		IMAGES(facts -> String.format("%09d", facts.images())); //$NON-NLS-1$

		private final Function<SeriesFacts, String> text;

		Order(Function<SeriesFacts, String> text) {
			this.text = text;
		}
	}

	/** By patient and study, as the catalog has them. */
	static final Arrangement DEFAULT = new Arrangement(Grouping.PATIENT, Order.SERIES, false);

	/** {@return what is chosen in the preferences} */
	static Arrangement chosen() {
		return new Arrangement(Grouping.valueOf(ExplorerOption.GROUPING.value()), Order.valueOf(ExplorerOption.ORDER.value()),
				ExplorerOption.DESCENDING.isOn());
	}

	/** {@return an order in which equal ones stay as they are} */
	Comparator<SeriesFacts> comparator() {
		Comparator<String> texts = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
		return Comparator.comparing(order.text, Comparator.comparing(String::isEmpty).thenComparing(texts));
	}
}
