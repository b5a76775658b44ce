package org.dicompreview.series.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Rules that come and go as services, the highest ranking first, among equals the oldest first. For any thread.
 *
 * @param <T> kind of rule
 */
final class RankedRules<T> {

	private static final String RANKING = "service.ranking"; //$NON-NLS-1$
	private static final String ID = "service.id"; //$NON-NLS-1$

	private record Ranked<R>(R rule, int ranking, long id) {
	}

	private final List<Ranked<T>> known = new ArrayList<>();
	private volatile List<T> rules = List.of();

	/** @param properties of the service */
	synchronized void add(T rule, Map<String, Object> properties) {
		known.add(new Ranked<T>(rule, properties.get(RANKING) instanceof Integer ranking ? ranking : 0,
				properties.get(ID) instanceof Long id ? id : Long.MAX_VALUE));
		publish();
	}

	synchronized void remove(T rule) {
		known.removeIf(each -> each.rule() == rule);
		publish();
	}

	private void publish() {
		Comparator<Ranked<T>> byRanking = Comparator.comparingInt(each -> each.ranking());
		rules = known.stream().sorted(byRanking.reversed().thenComparingLong(each -> each.id())).map(each -> each.rule())
				.toList();
	}

	/** {@return those of this moment} */
	List<T> list() {
		return rules;
	}
}
