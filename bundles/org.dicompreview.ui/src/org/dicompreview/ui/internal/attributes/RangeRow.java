package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.eclipse.osgi.util.NLS;

/** Some of the items of a sequence that has very many, so that opening it is quick. */
final class RangeRow extends Row {

	private final List<DataSet> items;
	private final int from;
	private final int to;

	RangeRow(Row parent, List<DataSet> items, int from, int to) {
		super(parent, from, 0);
		this.items = items;
		this.from = from;
		this.to = to;
	}

	@Override
	String tag() {
		return NLS.bind(Messages.RangeRow_items, Integer.toString(from + 1), Integer.toString(to));
	}

	@Override
	String shown() {
		return ""; //$NON-NLS-1$
	}

	@Override
	List<String> details() {
		return List.of(tag());
	}

	@Override
	boolean hasChildren() {
		return true;
	}

	@Override
	List<Row> children() {
		List<Row> rows = new ArrayList<>();
		for (int i = from; i < to; i++) {
			rows.add(new ItemRow(this, items.get(i), i));
		}
		return rows;
	}
}
