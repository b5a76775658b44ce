package org.dicompreview.ui.internal.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The widget. Only rows that come into view are filled, and a newer snapshot is taken over in small steps, so that the UI
 * thread is never busy for long, however many rows there are. UI thread.
 */
final class NodeTree {

	/** So many rows are inserted or removed in one step. */
	static final int EDITS = 40;

	/** From so many insertions and removals on below a row, all rows there are made anew. */
	private static final int MANY = 400;

	/** A row, or the invisible one above all, as it is on screen: the node may be that of an older snapshot. */
	private static final class Row {

		private Node node;
		/** The rows below it as the widget has them at each moment, since the system may ask for one at any. */
		private List<Node> children;
		/** Whether there is an item for each child, rather than one that stands for all of them. */
		private boolean opened;

		Row(Node node) {
			show(node);
		}

		private boolean shows(Node other) {
			return node == other && children == other.children();
		}

		private void show(Node next) {
			node = next;
			children = next.children();
		}
	}

	private final Tree tree;
	private final NodeImages images;
	private final NodePainter painter;
	private final Consumer<Node> filled;
	private final Map<Node, TreeItem> items = new HashMap<>();
	private final Deque<Node> outdated = new ArrayDeque<>();
	private final Row top = new Row(Snapshot.empty().root());
	private Set<Node> expanded = new HashSet<>();
	private boolean expansionChanged;
	/** Is being removed. */
	private TreeItem going;
	private Snapshot snapshot = Snapshot.empty();

	/** @param filled hears of each row that comes into view or has changed there */
	NodeTree(Composite parent, Consumer<Node> filled) {
		this.filled = filled;
		tree = new Tree(parent, SWT.MULTI | SWT.VIRTUAL | SWT.H_SCROLL | SWT.V_SCROLL);
		images = new NodeImages(tree);
		top.opened = true;
		painter = NodePainter.install(this);
		tree.addListener(SWT.SetData, event -> fill((TreeItem) event.item, event.index));
		tree.addListener(SWT.Expand, this::expanding);
		tree.addListener(SWT.Collapse, event -> expanded.remove(node((TreeItem) event.item)));
	}

	Tree tree() {
		return tree;
	}

	/** Shows pictures in the rows of series and stacks. @param side in points */
	RowPictures showPictures(SeriesThumbnails thumbnails, int side) {
		RowPictures pictures = RowPictures.install(tree, thumbnails, side);
		painter.showPictures(pictures);
		return pictures;
	}

	Snapshot snapshot() {
		return snapshot;
	}

	/** Sets what is to be shown; {@link #step()} shows it. */
	void target(Snapshot next) {
		snapshot = next;
		outdated.clear();
		outdated.add(next.root());
	}

	/** {@return the rows that are expanded, or will be where they are not in view} */
	Set<Node> expanded() {
		return expanded;
	}

	/** Sets the rows that are expanded when all is shown. */
	void expand(Set<Node> rows) {
		expanded = new HashSet<>(rows);
		expansionChanged = true;
	}

	/** Shows all of the snapshot now. */
	void finish() {
		while (step()) {
			// one after another
		}
	}

	/** Does a small part of what is to be done. {@return false if there was nothing to do} */
	boolean step() {
		Node next = outdated.poll();
		if (next != null) {
			update(next);
			return true;
		}
		if (expansionChanged) {
			expansionChanged = false;
			applyExpansion(snapshot.root());
		}
		return false;
	}

	private void update(Node next) {
		TreeItem item = items.get(next);
		Row row = row(item);
		if (item == null && next != snapshot.root() || row.shows(next)) {
			return;
		}
		if (item != null && row.node.differs(next)) {
			describe(item, next);
		}
		if (!row.opened) {
			replaceOne(item, row, next);
		} else if (!edit(item, row, next)) {
			outdated.addFirst(next);
			return;
		}
		take(item, row, next);
		for (Node child : next.children()) {
			TreeItem below = items.get(child);
			if (below != null && !row(below).shows(child)) {
				outdated.add(child);
			}
		}
	}

	private void take(TreeItem item, Row row, Node next) {
		if (item != null) {
			items.remove(row.node);
			items.put(next, item);
		}
		row.show(next);
		if (item != null) {
			filled.accept(next);
		}
	}

	/** Brings some of the rows below an item up to date. {@return whether all are} */
	private boolean edit(TreeItem item, Row row, Node next) {
		List<Node> now = new ArrayList<>(row.children);
		List<Node> wanted = next.children();
		if (now.equals(wanted)) {
			return true;
		}
		Set<Node> kept = kept(now, wanted);
		boolean many = now.size() + wanted.size() - 2 * kept.size() > MANY;
		if (item != null && (many || kept.isEmpty())) {
			replaceAll(item, row, next);
			return true;
		}
		row.children = now;
		if (kept.isEmpty()) {
			now.forEach(this::forget);
			now.clear();
			tree.removeAll();
		}
		int left = remove(item, now, kept);
		for (int i = 0; i < wanted.size() && left > 0; i++) {
			if (i >= now.size() || !now.get(i).equals(wanted.get(i))) {
				now.add(i, wanted.get(i));
				insert(item, wanted.get(i), i);
				left--;
			}
		}
		return now.equals(wanted);
	}

	/** {@return what stays where it is: the rows that are wanted too, without those that would stand in another order} */
	private static Set<Node> kept(List<Node> now, List<Node> wanted) {
		int same = 0;
		while (same < now.size() && same < wanted.size() && now.get(same).equals(wanted.get(same))) {
			same++;
		}
		Set<Node> kept = new HashSet<>(now.subList(0, same));
		Map<Node, Integer> places = new HashMap<>();
		wanted.subList(same, wanted.size()).forEach(node -> places.put(node, places.size()));
		int last = -1;
		for (Node node : now.subList(same, now.size())) {
			int place = places.getOrDefault(node, -1);
			if (place > last) {
				kept.add(node);
				last = place;
			}
		}
		return kept;
	}

	/** {@return how many edits are left in this step} */
	private int remove(TreeItem item, List<Node> now, Set<Node> kept) {
		int left = EDITS;
		for (int i = now.size() - 1; i >= 0 && left > 0; i--) {
			if (!kept.contains(now.get(i))) {
				going = child(item, i);
				forget(now.remove(i));
				going.dispose();
				going = null;
				left--;
			}
		}
		return left;
	}

	private void insert(TreeItem parent, Node node, int index) {
		TreeItem item = parent == null ? new TreeItem(tree, SWT.NONE, index) : new TreeItem(parent, SWT.NONE, index);
		if (expanded.contains(node)) {
			fill(item, node);
			open(item);
		}
	}

	/** Below a row all items are made at once, while it is collapsed: that is much quicker than one by one. */
	private void replaceAll(TreeItem item, Row row, Node next) {
		Optional<Node> first = first();
		row.children.forEach(this::forget);
		tree.deselectAll(); // else the system selects the row, as for a person who collapses it
		item.setExpanded(false);
		row.children = List.of();
		item.setItemCount(0);
		row.children = next.children();
		if (expanded.contains(next)) {
			open(item);
			first.map(next.children()::indexOf).filter(index -> index >= 0).map(item::getItem).ifPresent(tree::setTopItem);
		} else {
			row.opened = false;
			item.setItemCount(Math.min(1, next.children().size()));
		}
	}

	/** Of the item that stands for all rows below another one the system may have asked, which row it is. */
	private void replaceOne(TreeItem item, Row row, Node next) {
		if (!row.children.equals(next.children())) {
			row.children.forEach(this::forget);
			row.children = List.of();
			item.setItemCount(0);
			row.children = next.children();
			item.setItemCount(Math.min(1, next.children().size()));
		}
	}

	/** {@return the row that the tree is scrolled to} */
	private Optional<Node> first() {
		TreeItem item = tree.getTopItem();
		return item == null ? Optional.empty() : Optional.of(node(item));
	}

	private void forget(Node node) {
		TreeItem item = items.remove(node);
		if (item != null) {
			List<Node> below = row(item).children;
			row(item).children = List.of(); // the system may ask for some of them until they are gone
			below.forEach(this::forget);
		}
	}

	private void fill(TreeItem item, int index) {
		List<Node> children = row(item.getParentItem()).children;
		if (item != going && index < children.size()) { // the system may ask for a row that is just being removed
			fill(item, children.get(index));
		}
	}

	/** An item may be filled before it comes into view. */
	private void fill(TreeItem item, Node node) {
		if (item.getData() == null) {
			item.setData(new Row(node));
			items.put(node, item);
			describe(item, node);
			item.setItemCount(Math.min(1, node.children().size()));
			filled.accept(node);
		}
	}

	private void describe(TreeItem item, Node node) {
		item.setText(node.label().line());
		item.setImage(images.of(node));
	}

	private void expanding(Event event) {
		TreeItem item = (TreeItem) event.item;
		Node node = node(item);
		expanded.add(node);
		count(item);
		tree.getDisplay().asyncExec(() -> {
			if (!tree.isDisposed() && items.get(node) == item) {
				openBelow(item);
			}
		});
	}

	private void count(TreeItem item) {
		Row row = row(item);
		row.opened = true;
		item.setItemCount(row.children.size());
	}

	private void open(TreeItem item) {
		count(item);
		item.setExpanded(true);
		openBelow(item);
	}

	private void openBelow(TreeItem item) {
		List<Node> children = row(item).children;
		for (int i = 0; i < children.size(); i++) {
			if (expanded.contains(children.get(i)) && !children.get(i).children().isEmpty()) {
				TreeItem below = item.getItem(i);
				fill(below, children.get(i));
				open(below);
			}
		}
	}

	/** Expands and collapses what is not as it should be. */
	private void applyExpansion(Node parent) {
		for (Node node : parent.children()) {
			TreeItem item = items.get(node);
			if (expanded.contains(node) && !node.children().isEmpty()) {
				TreeItem opened = item(node);
				count(opened);
				opened.setExpanded(true);
				applyExpansion(node);
			} else if (item != null) {
				item.setExpanded(false);
			}
		}
	}

	/** Expands or collapses a row of the snapshot. */
	void setExpanded(Node node, boolean open) {
		finish();
		if (open) {
			expanded.add(node);
			open(item(node));
		} else {
			expanded.remove(node);
			item(node).setExpanded(false);
		}
	}

	/** {@return the item of a node of the snapshot; its row need not have been in view} */
	TreeItem item(Node node) {
		TreeItem known = items.get(node);
		if (known != null) {
			return known;
		}
		Node parent = snapshot.parent(node);
		TreeItem above = parent == snapshot.root() ? null : item(parent);
		if (above != null) {
			count(above);
		}
		int index = parent.children().indexOf(node);
		TreeItem item = child(above, index);
		fill(item, parent.children().get(index));
		return item;
	}

	/** {@return what an item stands for; it need not have been in view} */
	Node node(TreeItem item) {
		if (item.getData() == null) {
			TreeItem parent = item.getParentItem();
			fill(item, parent == null ? tree.indexOf(item) : parent.indexOf(item));
		}
		return row(item).node;
	}

	private TreeItem child(TreeItem parent, int index) {
		return parent == null ? tree.getItem(index) : parent.getItem(index);
	}

	private Row row(TreeItem item) {
		return item == null ? top : (Row) item.getData();
	}
}
