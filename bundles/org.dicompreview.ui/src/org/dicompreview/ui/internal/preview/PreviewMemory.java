package org.dicompreview.ui.internal.preview;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.viewer.ViewportMemory;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.BackingStoreException;

/**
 * What Previews remember when they are closed: where they were in each series and how the images were shown; what was shown
 * last also over restarts. A service, for any thread.
 */
@Component(service = PreviewMemory.class)
public final class PreviewMemory implements ViewportMemory {

	private static final int LIMIT = 500;
	private static final String NODE = "org.dicompreview.ui/preview"; //$NON-NLS-1$

	private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
			return size() > LIMIT;
		}
	};

	@Override
	public synchronized void remember(Entry entry) {
		entries.put(entry.place().seriesUid(), entry);
	}

	@Override
	public synchronized Optional<Entry> recall(String seriesUid) {
		return Optional.ofNullable(entries.get(seriesUid));
	}

	/** Keeps what a Preview shows over restarts, unless it shows nothing. */
	void save(PreviewState state) {
		if (state.isEmpty()) {
			return;
		}
		IEclipsePreferences node = node();
		try {
			node.clear();
			state.toMap().forEach(node::put);
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.PreviewMemory_notSaved, e);
		}
	}

	/** {@return what the Preview showed that was saved last; its series are remembered from now on} */
	PreviewState last() {
		IEclipsePreferences node = node();
		Map<String, String> map = new HashMap<>();
		try {
			for (String key : node.keys()) {
				map.put(key, node.get(key, "")); //$NON-NLS-1$
			}
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.PreviewMemory_notRead, e);
		}
		PreviewState last = PreviewState.fromMap(map);
		last.cells().stream().flatMap(Optional::stream)
				.filter(entry -> recall(entry.place().seriesUid()).isEmpty()).forEach(this::remember);
		return last;
	}

	/** {@return the file of the last place that was saved, or empty text} */
	public String lastFile() {
		return node().get(PreviewState.FILE, ""); //$NON-NLS-1$
	}

	/** {@return Series Instance UID of the last place that was saved, or empty text} */
	public String lastSeries() {
		return node().get(PreviewState.SERIES, ""); //$NON-NLS-1$
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(NODE);
	}
}
