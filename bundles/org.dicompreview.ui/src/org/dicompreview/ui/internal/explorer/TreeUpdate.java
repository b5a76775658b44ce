package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.viewers.TreeViewer;

/**
 * Brings a tree from one snapshot to the next with as few changes as there are differences. The content provider must
 * give the new snapshot already. UI thread.
 */
final class TreeUpdate {

	/** From so many insertions on below one parent it is cheaper to go through all its children. */
	private static final int MANY = 100;

	private final TreeViewer viewer;
	private final Set<Node> added = new HashSet<>();
	private final List<Node> relabelled = new ArrayList<>();

	TreeUpdate(TreeViewer viewer) {
		this.viewer = viewer;
	}

	void apply(Node before, Node now) {
		compare(before, now, true);
		viewer.update(relabelled.toArray(), null);
	}

	/** {@return the nodes that were not there before, parents before their children} */
	List<Node> addedBelow(Node now) {
		List<Node> found = new ArrayList<>();
		collect(now, false, found);
		return found;
	}

	/** {@return those whose words have changed} */
	List<Node> relabelled() {
		return relabelled;
	}

	private void collect(Node node, boolean parentAdded, List<Node> found) {
		boolean isNew = parentAdded || added.contains(node);
		if (isNew) {
			found.add(node);
		}
		node.children().forEach(child -> collect(child, isNew, found));
	}

	/** @param edit false below a parent that was refreshed with all its children */
	private void compare(Node before, Node now, boolean edit) {
		if (before == now) {
			return;
		}
		if (!before.label().equals(now.label())) {
			relabelled.add(now);
		}
		List<Node> old = before.children();
		List<Node> next = now.children();
		if (old.equals(next)) {
			for (int i = 0; i < next.size(); i++) {
				compare(old.get(i), next.get(i), edit);
			}
			return;
		}
		Map<Node, Node> gone = new LinkedHashMap<>();
		old.forEach(child -> gone.put(child, child));
		Map<Node, Node> both = new LinkedHashMap<>();
		Set<Node> fresh = new HashSet<>();
		for (Node child : next) {
			Node was = gone.remove(child);
			if (was == null) {
				fresh.add(child);
			} else {
				both.put(was, child);
			}
		}
		added.addAll(fresh);
		boolean goOn = edit && edit(now, old, gone.keySet(), fresh);
		both.forEach((was, is) -> compare(was, is, goOn));
	}

	/** {@return whether the children of the parent were brought up to date one by one, not with all below them} */
	private boolean edit(Node parent, List<Node> old, Set<Node> gone, Set<Node> fresh) {
		List<Node> next = parent.children();
		List<Node> kept = old.stream().filter(child -> !gone.contains(child)).toList();
		List<Node> stayed = next.stream().filter(child -> !fresh.contains(child)).toList();
		if (fresh.size() > MANY || gone.size() > MANY || !kept.equals(stayed)) {
			viewer.refresh(parent, false);
			return false;
		}
		viewer.remove(gone.toArray());
		for (int i = 0; i < next.size(); i++) {
			if (fresh.contains(next.get(i))) {
				viewer.insert(parent, next.get(i), i);
			}
		}
		return true;
	}
}
