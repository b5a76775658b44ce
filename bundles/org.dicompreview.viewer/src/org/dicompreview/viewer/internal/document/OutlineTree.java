package org.dicompreview.viewer.internal.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Texts;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.series.document.OutlineEntry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** The lines of an outline; those that nobody has come to yet are not made. UI thread only. */
final class OutlineTree {

	/** So many lines are opened at first. */
	private static final int OPENED = 300;
	private static final double NAME_PART = 0.42;
	private static final int LEAST_WIDTH = 80;

	private final Tree tree;
	private List<OutlineEntry> roots = List.of();

	/** @param parent the parent */
	OutlineTree(Composite parent) {
		tree = new Tree(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.setHeaderVisible(true);
		TreeColumn name = new TreeColumn(tree, SWT.NONE);
		name.setText(Messages.OutlineTree_name);
		TreeColumn value = new TreeColumn(tree, SWT.NONE);
		value.setText(Messages.OutlineTree_value);
		tree.addListener(SWT.SetData, e -> fill((TreeItem) e.item));
		tree.addListener(SWT.Resize, e -> {
			int width = Math.max(2 * LEAST_WIDTH, tree.getClientArea().width);
			name.setWidth((int) (width * NAME_PART));
			value.setWidth(width - name.getWidth());
		});
	}

	/** {@return the control} */
	Tree control() {
		return tree;
	}

	/** Shows other lines, the first of them opened. */
	void show(List<OutlineEntry> entries) {
		roots = entries;
		tree.setRedraw(false);
		tree.removeAll();
		tree.setItemCount(entries.size());
		Deque<TreeItem> open = new ArrayDeque<>(List.of(tree.getItems()));
		for (int left = OPENED; !open.isEmpty() && left > 0; left--) {
			TreeItem item = open.poll();
			fill(item);
			if (item.getItemCount() > 0 && item.getItemCount() <= left) {
				left -= item.getItemCount();
				open.addAll(List.of(item.getItems()));
				List.of(item.getItems()).forEach(this::fill);
				item.setExpanded(true);
			}
		}
		tree.setRedraw(true);
	}

	private void fill(TreeItem item) {
		if (item.getData() != null) {
			return;
		}
		TreeItem parent = item.getParentItem();
		List<OutlineEntry> siblings = parent == null ? roots : ((OutlineEntry) parent.getData()).entries();
		int index = parent == null ? tree.indexOf(item) : parent.indexOf(item);
		if (index < siblings.size()) {
			OutlineEntry entry = siblings.get(index);
			item.setData(entry);
			item.setText(new String[] { Texts.words(entry.name()), Texts.words(entry.value()) });
			item.setItemCount(entry.entries().size());
			if (entry.reference().isPresent()) {
				item.setForeground(1, tree.getDisplay().getSystemColor(SWT.COLOR_LINK_FOREGROUND));
			}
		}
	}

	/** {@return the line that is selected} */
	Optional<OutlineEntry> selected() {
		TreeItem[] items = tree.getSelection();
		return items.length == 0 ? Optional.empty() : Optional.ofNullable((OutlineEntry) items[0].getData());
	}

	/** {@return where the selected line leads} */
	Optional<InstanceReference> selectedReference() {
		return selected().flatMap(OutlineEntry::reference);
	}
}
