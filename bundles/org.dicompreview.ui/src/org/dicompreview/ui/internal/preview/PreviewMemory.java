package org.dicompreview.ui.internal.preview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.ViewingSettings;
import org.dicompreview.viewer.ViewportMemory;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.BackingStoreException;

/**
 * What the Preview remembers when it is closed: where it was in each series and how the images were shown; the last place
 * also over restarts. A service, for any thread.
 */
@Component(service = PreviewMemory.class)
public final class PreviewMemory implements ViewportMemory {

	private static final int LIMIT = 500;
	private static final String NODE = "org.dicompreview.ui/preview"; //$NON-NLS-1$
	private static final String SERIES = "series"; //$NON-NLS-1$
	private static final String INSTANCE = "instance"; //$NON-NLS-1$
	private static final String FRAME = "frame"; //$NON-NLS-1$
	private static final String FILE = "file"; //$NON-NLS-1$
	private static final String REVERSED = "reversed"; //$NON-NLS-1$

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

	/** Keeps the last place, and how the images of its series are shown, over restarts. */
	void save(SlicePlace last) {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
		ViewingSettings settings = recall(last.seriesUid()).map(Entry::settings).orElse(ViewingSettings.DEFAULT);
		StoredSettings.write(settings.appearance().settings(), node);
		node.put(FILE, last.file());
		node.putBoolean(REVERSED, settings.reversed());
		node.put(SERIES, last.seriesUid());
		node.put(INSTANCE, last.sopInstanceUid());
		node.putInt(FRAME, last.frame());
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.PreviewMemory_notSaved, e);
		}
	}

	/** {@return the last place that was saved, which is remembered from now on with the settings that go with it} */
	synchronized Optional<SlicePlace> last() {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
		String series = node.get(SERIES, ""); //$NON-NLS-1$
		if (series.isEmpty()) {
			return Optional.empty();
		}
		SlicePlace place = new SlicePlace(series, node.get(INSTANCE, ""), node.getInt(FRAME, 0), node.get(FILE, "")); //$NON-NLS-1$ //$NON-NLS-2$
		if (!entries.containsKey(series)) {
			Appearance appearance = new Appearance(StoredSettings.read(node), Optional.empty(), false);
			remember(new Entry(place, new ViewingSettings(appearance, node.getBoolean(REVERSED, false), 1)));
		}
		return Optional.of(place);
	}

	/** {@return the file of the last place that was saved, or empty text} */
	public String lastFile() {
		return InstanceScope.INSTANCE.getNode(NODE).get(FILE, ""); //$NON-NLS-1$
	}

	/** {@return Series Instance UID of the last place that was saved, or empty text} */
	public String lastSeries() {
		return InstanceScope.INSTANCE.getNode(NODE).get(SERIES, ""); //$NON-NLS-1$
	}
}
