package org.dicompreview.viewer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where a person was in each series, and how they looked at it; several viewports may share one. Called on the UI thread, so
 * it must not take long. May be implemented by clients.
 *
 * @since 0.1
 */
@ConsumerType
public interface ViewportMemory {

	/** What is remembered of a series. @param place the slice that was shown last @param settings how */
	record Entry(SlicePlace place, ViewingSettings settings) {
	}

	/** {@return what is remembered of a series} @param seriesUid Series Instance UID */
	Optional<Entry> recall(String seriesUid);

	/** Remembers a series, in place of what was remembered of it before. */
	void remember(Entry entry);

	/** {@return a memory that lasts as long as its object} */
	static ViewportMemory transientMemory() {
		Map<String, Entry> entries = new HashMap<>();
		return new ViewportMemory() {
			@Override
			public Optional<Entry> recall(String seriesUid) {
				return Optional.ofNullable(entries.get(seriesUid));
			}

			@Override
			public void remember(Entry entry) {
				entries.put(entry.place().seriesUid(), entry);
			}
		};
	}
}
