package org.dicompreview.series.document;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Text;

/**
 * A line of an outline with the lines below it. Immutable.
 *
 * @param name      what it is about: a heading or a coded name
 * @param value     what is said of it; empty text if it only holds others
 * @param entries   the lines below it
 * @param reference the instance that it leads to
 * @since 0.1.0
 */
public record OutlineEntry(Text name, Text value, List<OutlineEntry> entries, Optional<InstanceReference> reference) {

	/** Copies the list. */
	public OutlineEntry {
		entries = List.copyOf(entries);
	}

	/** {@return a line with nothing below it} */
	public static OutlineEntry of(Text name, Text value) {
		return new OutlineEntry(name, value, List.of(), Optional.empty());
	}

	/** {@return a line with others below it} */
	public static OutlineEntry of(Text name, Text value, List<OutlineEntry> entries) {
		return new OutlineEntry(name, value, entries, Optional.empty());
	}
}
