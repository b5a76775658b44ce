package org.dicompreview.codec.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Services of one kind by service ranking; of equal ones, the one registered first. For several threads.
 *
 * @param <S> the service
 */
final class RankedServices<S> {

	private record Ranked<S>(S service, int ranking, long id) {
	}

	private final List<Ranked<S>> known = new ArrayList<>();
	private volatile List<S> services = List.of();

	/** Adds a service. @param properties of its registration */
	synchronized void add(S service, Map<String, Object> properties) {
		int rank = properties.get("service.ranking") instanceof Integer ranking ? ranking : 0;
		long age = properties.get("service.id") instanceof Long id ? id : Long.MAX_VALUE;
		known.add(new Ranked<S>(service, rank, age));
		known.sort(Comparator.comparingInt((Ranked<S> each) -> each.ranking()).reversed().thenComparingLong(each -> each.id()));
		publish();
	}

	/** Removes a service. */
	synchronized void remove(S service) {
		known.removeIf(each -> each.service() == service);
		publish();
	}

	private void publish() {
		services = known.stream().map(Ranked::service).toList();
	}

	/** {@return the services, an unmodifiable list} */
	List<S> services() {
		return services;
	}
}
