package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;

/**
 * A row of the tree. Equal to the row at the same place of any other instance. Immutable; children are made when they are
 * asked for and not kept, so that a large data set costs what is on screen.
 */
abstract sealed class Row permits ElementRow, FrameRow, ItemRow, RangeRow {

	private final Row parent;
	private final RowPath path;

	Row(Row parent, long key, int occurrence) {
		this.parent = parent;
		path = new RowPath(parent == null ? null : parent.path, getClass(), key, occurrence);
	}

	/** {@return the row above, or {@code null}} */
	final Row parent() {
		return parent;
	}

	final RowPath path() {
		return path;
	}

	/** {@return how many rows are above} */
	final int depth() {
		int depth = 0;
		for (Row row = parent; row != null; row = row.parent) {
			depth++;
		}
		return depth;
	}

	/** {@return the tag as people write it, or what the row is} */
	abstract String tag();

	String keyword() {
		return ""; //$NON-NLS-1$
	}

	String name() {
		return ""; //$NON-NLS-1$
	}

	String vr() {
		return ""; //$NON-NLS-1$
	}

	String length() {
		return ""; //$NON-NLS-1$
	}

	/** {@return the value as it stands in the file, or its beginning} */
	String value() {
		return ""; //$NON-NLS-1$
	}

	/** {@return the value on one line, with what helps to understand it} */
	abstract String shown();

	/** {@return all that is known, a line each} */
	abstract List<String> details();

	abstract boolean hasChildren();

	abstract List<Row> children();

	/** {@return the elements of a data set as rows, in file order} */
	static List<Row> of(Row parent, DataSet data) {
		List<Row> rows = new ArrayList<>();
		Map<Integer, Integer> seen = new HashMap<>();
		for (Element element : data.elements()) {
			int occurrence = seen.merge(element.tag(), 1, Integer::sum) - 1;
			rows.add(new ElementRow(parent, element, Integer.toUnsignedLong(element.tag()), occurrence));
		}
		return rows;
	}

	@Override
	public final boolean equals(Object other) {
		return other instanceof Row row && path.equals(row.path);
	}

	@Override
	public final int hashCode() {
		return path.hashCode();
	}

	@Override
	public final String toString() {
		return tag() + ' ' + keyword() + ' ' + shown();
	}
}
