package org.dicompreview.ui.internal.explorer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/**
 * The only column of a tree: as wide as the tree, or as the widest row that was in view. Without a column some systems ask
 * every row, those out of view too, for its width. UI thread.
 */
final class RowWidth {

	private final Tree tree;
	private final TreeColumn column;
	private int widest;
	private boolean pending;

	RowWidth(Tree tree) {
		this.tree = tree;
		column = new TreeColumn(tree, SWT.NONE);
		tree.addListener(SWT.Resize, event -> apply());
	}

	/** Makes room for a row. */
	void need(int width) {
		if (width > widest) {
			widest = width;
			if (width > column.getWidth() && !pending) {
				pending = true;
				tree.getDisplay().asyncExec(this::apply); // the row is just being painted
			}
		}
	}

	private void apply() {
		pending = false;
		if (!tree.isDisposed()) {
			column.setWidth(Math.max(widest, tree.getClientArea().width));
		}
	}
}
