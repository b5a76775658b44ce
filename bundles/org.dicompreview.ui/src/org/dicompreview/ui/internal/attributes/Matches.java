package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a search leaves of a tree: the rows found, all below them, and all above them. Immutable.
 *
 * @param roots    the rows at the top
 * @param kept     the children of rows that were not found themselves, but have found ones below them
 * @param expanded rows to open so that all found ones are seen, parents first
 * @param count    how many were found
 * @param complete whether all of the tree was searched
 */
record Matches(List<Row> roots, Map<RowPath, List<Row>> kept, List<Row> expanded, int count, boolean complete) {

	/** A search that finds more ends: nobody reads so many rows, and the tree has to hold them. */
	static final int LIMIT = 2000;

	/** {@return a whole tree} */
	static Matches all(AttributeTree tree) {
		return new Matches(tree.roots(), Map.of(), List.of(), 0, true);
	}

	/**
	 * {@return what is left of a tree}
	 *
	 * @param cancelled asked now and then; the result is worthless after it has said yes
	 */
	static Matches in(AttributeTree tree, SearchText search, BooleanSupplier cancelled) {
		if (search.isEmpty()) {
			return all(tree);
		}
		Search running = new Search(search, cancelled);
		List<Row> roots = running.keep(tree.roots(), false);
		return new Matches(roots, Map.copyOf(running.kept), List.copyOf(running.expanded), running.count, !running.ended);
	}

	List<Row> children(Row row) {
		List<Row> some = kept.get(row.path());
		return some == null ? row.children() : some;
	}

	/** One walk through a tree. */
	private static final class Search {
		private final SearchText search;
		private final BooleanSupplier cancelled;
		private final Map<RowPath, List<Row>> kept = new HashMap<>();
		private final List<Row> expanded = new ArrayList<>();
		private int count;
		private boolean ended;

		Search(SearchText search, BooleanSupplier cancelled) {
			this.search = search;
			this.cancelled = cancelled;
		}

		/** @param whole whether a row above was found, so that all of these stay */
		List<Row> keep(List<Row> rows, boolean whole) {
			List<Row> left = new ArrayList<>();
			for (Row row : rows) {
				if (ended) {
					break;
				}
				boolean found = search.finds(row);
				boolean below = row.hasChildren() && keepBelow(row, whole || found);
				if (found || below) {
					left.add(row);
				}
				if (found && ++count >= LIMIT || cancelled.getAsBoolean()) {
					ended = true;
				}
			}
			return left;
		}

		private boolean keepBelow(Row row, boolean whole) {
			int place = expanded.size();
			List<Row> some = keep(row.children(), whole);
			if (some.isEmpty()) {
				return false;
			}
			expanded.add(place, row);
			if (!whole) {
				kept.put(row.path(), some);
			}
			return true;
		}
	}
}
