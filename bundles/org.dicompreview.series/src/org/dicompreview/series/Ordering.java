package org.dicompreview.series;

import java.util.Objects;

/**
 * A way in which the images of a series can be ordered.
 *
 * @param id   of the rule, stable over restarts ({@link org.dicompreview.series.spi.OrderingRule#id()})
 * @param name of the order, for people: {@code instance number}
 * @since 0.1.0
 */
public record Ordering(String id, String name) {

	/** Checks that nothing is missing. */
	public Ordering {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
	}
}
