package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.dicompreview.series.Series;
import org.dicompreview.ui.internal.explorer.Node.Kind;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** The tree of one snapshot after another; keeps expansion and selection. UI thread. */
final class ExplorerTree {

	/** New rows are shown expanded while the whole tree is no larger than this. */
	private static final int SMALL = 300;

	private final TreeViewer viewer;
	private final Consumer<Series> wanted;
	private Snapshot current = Snapshot.empty();
	private Object[] expandedUnfiltered;
	private Node selected;
	private boolean applying;

	/** @param wanted hears of each series that is in view, to find out about its stacks */
	ExplorerTree(Composite parent, Consumer<Series> wanted) {
		this.wanted = wanted;
		viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL) {
			@Override
			public void setSelection(ISelection selection, boolean reveal) {
				super.setSelection(nodes(selection), reveal);
			}
		};
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new Content());
		viewer.setLabelProvider(new NodeLabelProvider(new NodeImages(viewer.getTree())));
		ColumnViewerToolTipSupport.enableFor(viewer);
		viewer.addSelectionChangedListener(event -> {
			if (!applying) {
				selected = (Node) event.getStructuredSelection().getFirstElement();
			}
		});
		viewer.setInput(current.root());
	}

	/** {@return the rows of what is selected; other plug-ins select patients, studies, series and stacks, not rows} */
	private IStructuredSelection nodes(ISelection selection) {
		if (!(selection instanceof IStructuredSelection structured)) {
			return StructuredSelection.EMPTY;
		}
		List<Node> rows = new ArrayList<>();
		for (Object element : structured) {
			(element instanceof Node node ? Optional.of(node) : find(current.root(), element)).ifPresent(rows::add);
		}
		return new StructuredSelection(rows);
	}

	private static Optional<Node> find(Node node, Object element) {
		return node.element() == element ? Optional.of(node)
				: node.children().stream().map(child -> find(child, element)).flatMap(Optional::stream).findFirst();
	}

	TreeViewer viewer() {
		return viewer;
	}

	Snapshot current() {
		return current;
	}

	/** Shows a snapshot. */
	void show(Snapshot next) {
		Snapshot before = current;
		if (before.filter().isEmpty() && !next.filter().isEmpty()) {
			expandedUnfiltered = viewer.getExpandedElements();
		}
		current = next;
		applying = true;
		try {
			update(before, next);
		} finally {
			applying = false;
		}
		if (viewer.getStructuredSelection().isEmpty() && selected != null) {
			next.current(selected).ifPresent(node -> viewer.setSelection(new StructuredSelection(node)));
		}
	}

	private void update(Snapshot before, Snapshot next) {
		TreeUpdate update = new TreeUpdate(viewer);
		update.apply(before.root(), next.root());
		for (Node node : update.relabelled()) {
			if (node.kind() == Kind.SERIES && viewer.testFindItem(node) != null) {
				wanted.accept((Series) node.element());
			}
		}
		if (!before.filter().isEmpty() && next.filter().isEmpty()) {
			viewer.setExpandedElements(expandedUnfiltered);
		} else if (next.size() <= SMALL) {
			for (Node node : update.addedBelow(next.root())) {
				if (node.kind() == Kind.PATIENT || node.kind() == Kind.STUDY) {
					viewer.setExpandedState(node, true);
				}
			}
		}
	}

	/** {@return whether nothing is selected, nor was before a filter hid it} */
	boolean nothingSelected() {
		return selected == null;
	}

	/** Selects a series and shows it, with the patient that it is of. */
	void select(Node series) {
		viewer.setSelection(new StructuredSelection(series), true);
		viewer.reveal(current.parent(current.parent(series)));
	}

	/** {@return the first series from the top that a condition holds for} */
	Optional<Node> first(Predicate<Series> condition) {
		return first(current.root(), condition);
	}

	private static Optional<Node> first(Node node, Predicate<Series> condition) {
		if (node.kind() == Kind.SERIES) {
			return condition.test((Series) node.element()) ? Optional.of(node) : Optional.empty();
		}
		return node.children().stream().map(child -> first(child, condition)).flatMap(Optional::stream).findFirst();
	}

	/** Gives the tree what the snapshot of the moment says. */
	private final class Content implements ITreeContentProvider {

		@Override
		public Object[] getElements(Object input) {
			return getChildren(input);
		}

		@Override
		public Object[] getChildren(Object parent) {
			return current.current((Node) parent).map(node -> node.children().toArray()).orElseGet(() -> new Object[0]);
		}

		@Override
		public Object getParent(Object element) {
			Node parent = current.parent((Node) element);
			return parent == null || parent.kind() == Kind.ALL ? null : parent;
		}

		@Override
		public boolean hasChildren(Object element) {
			if (element instanceof Node node && node.kind() == Kind.SERIES) {
				wanted.accept((Series) node.element());
			}
			return current.current((Node) element).filter(node -> !node.children().isEmpty()).isPresent();
		}
	}
}
