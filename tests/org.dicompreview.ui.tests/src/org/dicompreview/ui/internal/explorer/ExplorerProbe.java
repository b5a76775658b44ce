package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;

/** The rows of the Series Explorer, and what a person does with them, for tests of other packages. UI thread only. */
public final class ExplorerProbe {

	private final ExplorerTree tree;

	/** @param view a Series Explorer */
	public ExplorerProbe(IViewPart view) {
		tree = ((SeriesExplorerView) view).tree();
	}

	/** {@return all rows, from the top down, whether in view or not} */
	public List<Object> rows() {
		List<Object> rows = new ArrayList<>();
		collect(tree.current().root(), rows);
		return rows;
	}

	private static void collect(Node node, List<Object> rows) {
		for (Node child : node.children()) {
			rows.add(child);
			collect(child, rows);
		}
	}

	/** {@return what the rows that are highlighted stand for} */
	public List<Object> selected() {
		return new ArrayList<>(Arrays.asList(tree.getSelection().toArray()));
	}

	/** {@return whether the rows above are open and the row lies within the visible part of the tree} */
	public boolean inSight(Object row) {
		TreeItem item = tree.item((Node) row);
		for (TreeItem above = item.getParentItem(); above != null; above = above.getParentItem()) {
			if (!above.getExpanded()) {
				return false;
			}
		}
		return tree.tree().getClientArea().intersects(item.getBounds());
	}

	/** {@return a row and those above it that it belongs to, from the top down} */
	public List<Object> withParents(Object row) {
		List<Object> rows = new ArrayList<>();
		for (Node node = (Node) row; node != null && node != tree.current().root(); node = tree.current().parent(node)) {
			rows.add(0, node);
		}
		return rows;
	}

	/** Clicks a row, as the system tells of a click: the row is selected and an event follows, also if it was before. */
	public void click(Object row) {
		Tree widget = tree.tree();
		TreeItem item = reveal((Node) row);
		widget.setSelection(item);
		Event event = new Event();
		event.item = item;
		widget.notifyListeners(SWT.Selection, event);
	}

	/** Presses Enter on what is highlighted. */
	public void open() {
		Event event = new Event();
		event.item = tree.tree().getSelection()[0];
		tree.tree().notifyListeners(SWT.DefaultSelection, event);
	}

	/** {@return the tree, for events of the screen} */
	public Control control() {
		return tree.tree();
	}

	/** Brings a row in sight. {@return where it is on the tree} */
	public Rectangle show(Object row) {
		TreeItem item = reveal((Node) row);
		tree.tree().showItem(item);
		return item.getBounds();
	}

	private TreeItem reveal(Node node) {
		Node parent = tree.current().parent(node);
		if (parent != null && parent != tree.current().root() && !tree.isExpanded(parent)) {
			reveal(parent);
			tree.setExpanded(parent, true);
		}
		return tree.item(node);
	}

	/** {@return the text of a row} */
	public static String text(Object row) {
		return row.toString();
	}

	/** {@return whether a row stands for something of a series, patient or study, rather than for a file or folder} */
	public static boolean isFile(Object row) {
		return row instanceof Node.OfFolder || row instanceof Node.OfFileProblem || row instanceof Node.OfMoreFiles
				|| row instanceof Node.OfMoreInstances;
	}
}
