package org.dicompreview.ui.internal.explorer;

import java.util.List;

import org.dicompreview.ui.internal.preview.RepeatableSelection;
import org.eclipse.jface.viewers.StructuredSelection;

/** Rows that are selected. The rows may be taken from a newer snapshot while the choice stays the same. Immutable. */
final class RowSelection extends StructuredSelection implements RepeatableSelection {

	private final Object choice;

	private RowSelection(List<Node> rows, Object choice) {
		super(rows);
		this.choice = choice;
	}

	/** {@return rows that have just been chosen} */
	static RowSelection chosen(List<Node> rows) {
		return new RowSelection(rows, new Object());
	}

	/** {@return the same choice with the rows as they are now} */
	RowSelection with(List<Node> rows) {
		return new RowSelection(rows, choice);
	}

	@Override
	public Object choice() {
		return choice;
	}
}
