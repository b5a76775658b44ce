package org.dicompreview.ui.internal.attributes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/** How each element is over the slices of a stack: the same in all, not the same, or missing in some. */
final class Variations {

	/** Nothing is known. */
	static final Variations NONE = new Variations();

	/** Levels of sequences that are looked into. */
	private static final int DEEPEST = 6;
	/** Sequences with more items are not looked into: they are the frames of the slices, or lists of their own. */
	private static final int MOST_ITEMS = 100;

	private static final String CONSTANT = "= "; //$NON-NLS-1$
	private static final String VARYING = "\u2260 "; //$NON-NLS-1$
	private static final String MISSING = "\u2205 "; //$NON-NLS-1$

	/** The hashes of the values of an element, and in how many slices it is. */
	private static final class Seen {
		private final Set<Integer> values = new HashSet<>();
		private int slices;
	}

	private final Map<RowPath, Seen> all = new HashMap<>();
	private int slices;

	/** Takes in a slice, or one that cannot be read as one without elements. */
	void add(AttributeTree tree) {
		slices++;
		add(tree.roots(), 0);
	}

	private void add(List<Row> rows, int depth) {
		for (Row row : rows) {
			if (row instanceof ElementRow element && !element.isSequence()) {
				Seen seen = all.computeIfAbsent(row.path(), key -> new Seen());
				seen.slices++;
				seen.values.add(row.value().hashCode());
			} else if (depth < DEEPEST && (!(row instanceof ElementRow element) || element.element().items().size() <= MOST_ITEMS)) {
				add(row.children(), depth + 1);
			}
		}
	}

	/** {@return a sign before the value of a row; empty text where nothing is known} */
	String sign(Row row) {
		Seen seen = all.get(row.path());
		if (seen == null) {
			return ""; //$NON-NLS-1$
		}
		return seen.slices < slices ? MISSING : seen.values.size() == 1 ? CONSTANT : VARYING;
	}

	/** {@return the sign in words; empty text where nothing is known} */
	String words(Row row) {
		Seen seen = all.get(row.path());
		if (seen == null) {
			return ""; //$NON-NLS-1$
		}
		if (seen.slices < slices) {
			return NLS.bind(Messages.Variations_missing, slices - seen.slices, slices);
		}
		return seen.values.size() == 1 ? NLS.bind(Messages.Variations_constant, slices)
				: NLS.bind(Messages.Variations_varying, seen.values.size(), slices);
	}
}
