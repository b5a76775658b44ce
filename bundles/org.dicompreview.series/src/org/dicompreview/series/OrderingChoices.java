package org.dicompreview.series;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * By which rule people want series to be ordered, where they have chosen one. For any thread; no listener is called with a lock
 * held.
 *
 * @since 0.1.0
 */
public final class OrderingChoices {

	private final Map<String, String> chosen = new ConcurrentHashMap<>();
	private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

	/** {@return the id of the rule; absent for the first one that fits} @param seriesUid Series Instance UID */
	public Optional<String> chosen(String seriesUid) {
		return Optional.ofNullable(chosen.get(seriesUid));
	}

	/** {@return the id of the rule by Series Instance UID} */
	public Map<String, String> all() {
		return Map.copyOf(chosen);
	}

	/**
	 * Orders a series by a rule from now on; where that does not fit, by the first one that does.
	 *
	 * @param seriesUid Series Instance UID; of a series that has none nothing can be chosen
	 * @param rule      the id of the rule; absent for the first one that fits
	 */
	public void choose(String seriesUid, Optional<String> rule) {
		if (seriesUid.isEmpty() || rule.equals(chosen(seriesUid))) {
			return;
		}
		rule.ifPresentOrElse(id -> chosen.put(seriesUid, id), () -> chosen.remove(seriesUid));
		listeners.forEach(listener -> listener.accept(seriesUid));
	}

	/** Adds who hears, on any thread, of which series another choice was made. */
	public void addListener(Consumer<String> listener) {
		listeners.add(listener);
	}

	/** Removes who heard. */
	public void removeListener(Consumer<String> listener) {
		listeners.remove(listener);
	}
}
