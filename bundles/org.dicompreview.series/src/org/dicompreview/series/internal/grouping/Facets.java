package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes labels for sister groups out of what they differ in. */
final class Facets {

	private Facets() {
	}

	/**
	 * {@return a label for each group: the facets in which the groups differ; the first facet that says something where
	 * they differ in none}
	 *
	 * @param groups for each group its facets, in the same order and number; empty text for nothing to say
	 */
	static List<String> labels(List<List<String>> groups) {
		int count = groups.isEmpty() ? 0 : groups.get(0).size();
		List<Integer> varying = new ArrayList<>();
		for (int facet = 0; facet < count; facet++) {
			int column = facet;
			Set<String> values = new HashSet<>();
			groups.forEach(group -> values.add(group.get(column)));
			if (values.size() > 1) {
				varying.add(facet);
			}
		}
		return groups.stream().map(group -> label(group, varying)).toList();
	}

	private static String label(List<String> group, List<Integer> varying) {
		List<String> said = varying.stream().map(group::get).filter(text -> !text.isEmpty()).toList();
		if (!said.isEmpty()) {
			return String.join(", ", said); //$NON-NLS-1$
		}
		return group.stream().filter(Objects::nonNull).filter(text -> !text.isEmpty()).findFirst().orElse(""); //$NON-NLS-1$
	}
}
