package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The tree with its columns. What the user opened stays open, and what was at the top stays there, whichever instance
 * comes. UI thread.
 */
final class AttributeTable {

	private static final Matches NOTHING = Matches.all(AttributeTree.EMPTY);

	private final TreeViewer viewer;
	private final Set<RowPath> opened = new HashSet<>();
	private final ColumnWidths widths;
	private Matches current = NOTHING;
	private Variations variations = Variations.NONE;

	AttributeTable(Composite parent) {
		viewer = new TreeViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new Rows());
		viewer.getTree().setHeaderVisible(true);
		ColumnViewerToolTipSupport.enableFor(viewer);
		List<String> titles = RowTexts.titles();
		List<Function<Row, String>> texts = List.of(Row::tag, Row::keyword, Row::name, Row::vr, Row::length,
				row -> variations.sign(row) + row.shown());
		for (int i = 0; i < texts.size(); i++) {
			column(titles.get(i), i == ColumnWidths.LENGTH ? SWT.RIGHT : SWT.LEFT, texts.get(i));
		}
		widths = ColumnWidths.install(viewer.getTree());
		viewer.addTreeListener(new Openings());
		viewer.addDoubleClickListener(event -> toggle((Row) viewer.getStructuredSelection().getFirstElement()));
		viewer.setInput(this);
	}

	private void column(String title, int style, Function<Row, String> text) {
		TreeViewerColumn column = new TreeViewerColumn(viewer, style);
		column.getColumn().setText(title);
		column.getColumn().setMoveable(true);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply((Row) element);
			}

			@Override
			public String getToolTipText(Object element) {
				String words = variations.words((Row) element);
				return words.isEmpty() ? RowTooltip.of((Row) element) : RowTooltip.of((Row) element) + '\n' + words;
			}
		});
	}

	TreeViewer viewer() {
		return viewer;
	}

	/** Says how each element is over the slices. */
	void show(Variations next) {
		variations = next;
		viewer.refresh(true);
	}

	Matches current() {
		return current;
	}

	/**
	 * Shows rows.
	 *
	 * @param searched whether they are the result of a search that is not on screen yet, so that all finds are opened
	 */
	void show(Matches next, boolean searched) {
		Tree tree = viewer.getTree();
		Object top = tree.getTopItem() == null ? null : tree.getTopItem().getData();
		current = next;
		tree.setRedraw(false);
		try {
			viewer.refresh();
			if (searched) {
				viewer.setExpandedElements(next.expanded().toArray());
			} else if (next.expanded().isEmpty()) {
				reopen();
			}
			restoreTop(tree, top);
			makeRoom();
		} finally {
			tree.setRedraw(true);
		}
	}

	/** Also what an instance in between did not have. */
	private void reopen() {
		List<Row> open = new ArrayList<>();
		collectOpened(current.roots(), open);
		if (!new HashSet<>(Arrays.asList(viewer.getExpandedElements())).equals(new HashSet<>(open))) {
			viewer.setExpandedElements(open.toArray());
		}
	}

	private void collectOpened(List<Row> rows, List<Row> open) {
		for (Row row : rows) {
			if (opened.contains(row.path())) {
				open.add(row);
				collectOpened(current.children(row), open);
			}
		}
	}

	private void restoreTop(Tree tree, Object top) {
		boolean moved = tree.getTopItem() != null && top != null && !top.equals(tree.getTopItem().getData());
		if (moved && viewer.testFindItem(top) instanceof TreeItem item) {
			tree.setTopItem(item);
		}
	}

	private void makeRoom() {
		int deepest = -1;
		for (Object each : viewer.getExpandedElements()) {
			deepest = Math.max(deepest, ((Row) each).depth());
		}
		widths.levels(deepest + 1);
	}

	private void toggle(Row row) {
		if (row != null && row.hasChildren()) {
			boolean open = !viewer.getExpandedState(row);
			viewer.setExpandedState(row, open);
			remember(row, open);
			makeRoom();
		}
	}

	void collapseAll() {
		opened.clear();
		viewer.collapseAll();
		makeRoom();
	}

	/** What a search has opened closes again when the search ends, what the user opens then does not. */
	private void remember(Row row, boolean open) {
		if (open) {
			for (Row each = row; each != null; each = each.parent()) {
				opened.add(each.path());
			}
		} else {
			opened.remove(row.path());
		}
	}

	/**
	 * Selects the row of an element and brings it into view: the one at the offset, or the first one with the tag, or the sequence at
	 * the offset in which it is missing.
	 *
	 * @param tag    the tag
	 * @param offset byte offset of the value or header; -1 for the first one
	 */
	void reveal(int tag, long offset) {
		ElementFinder finder = new ElementFinder(tag, offset);
		finder.look(current.roots());
		finder.found().ifPresent(row -> viewer.setSelection(new StructuredSelection(row), true));
	}

	/** {@return the selected rows, from top to bottom} */
	List<Row> selected() {
		return viewer.getStructuredSelection().stream().map(Row.class::cast).toList();
	}

	private final class Openings implements ITreeViewerListener {

		@Override
		public void treeExpanded(TreeExpansionEvent event) {
			changed((Row) event.getElement(), true);
		}

		@Override
		public void treeCollapsed(TreeExpansionEvent event) {
			changed((Row) event.getElement(), false);
		}

		/** The tree says so before it opens or closes the row. */
		private void changed(Row row, boolean open) {
			remember(row, open);
			viewer.getTree().getDisplay().asyncExec(() -> {
				if (!viewer.getTree().isDisposed()) {
					makeRoom();
				}
			});
		}
	}

	/** Gives the tree what is current. */
	private final class Rows implements ITreeContentProvider {

		@Override
		public Object[] getElements(Object input) {
			return current.roots().toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return current.children((Row) parent).toArray();
		}

		@Override
		public Object getParent(Object element) {
			return ((Row) element).parent();
		}

		@Override
		public boolean hasChildren(Object element) {
			return ((Row) element).hasChildren();
		}
	}
}
