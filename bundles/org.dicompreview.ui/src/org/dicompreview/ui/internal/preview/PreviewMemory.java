package org.dicompreview.ui.internal.preview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
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
public final class PreviewMemory {

	/** A place: a slice of a series. The frame counts from 0; the file tells copies of an instance apart. */
	record Place(String seriesUid, String sopInstanceUid, int frame, String file) {

		static Place of(Series series, Slice slice) {
			return of(series, slice.instance(), slice.frame());
		}

		static Place of(Series series, InstanceHeader instance, int frame) {
			return new Place(series.uid(), instance.sopInstanceUid(), frame, instance.path().toString());
		}
	}

	private record Entry(Place place, Looks looks, boolean reversed, double speed) {
	}

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

	/** @param speed how much faster than its own pace the series plays */
	synchronized void remember(Place place, Looks looks, boolean reversed, double speed) {
		entries.put(place.seriesUid(), new Entry(place, looks, reversed, speed));
	}

	synchronized Optional<Place> place(String seriesUid) {
		return Optional.ofNullable(entries.get(seriesUid)).map(Entry::place);
	}

	synchronized Looks looks(String seriesUid) {
		Entry entry = entries.get(seriesUid);
		return entry == null ? Looks.DEFAULT : entry.looks();
	}

	synchronized double speed(String seriesUid) {
		Entry entry = entries.get(seriesUid);
		return entry == null ? 1 : entry.speed();
	}

	synchronized boolean reversed(String seriesUid) {
		Entry entry = entries.get(seriesUid);
		return entry != null && entry.reversed();
	}

	/** Keeps the last place, and how the images of its series are shown, over restarts. */
	void save(Place last) {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
		StoredSettings.write(looks(last.seriesUid()).settings(), node);
		node.put(FILE, last.file());
		node.putBoolean(REVERSED, reversed(last.seriesUid()));
		node.put(SERIES, last.seriesUid());
		node.put(INSTANCE, last.sopInstanceUid());
		node.putInt(FRAME, last.frame());
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.PreviewMemory_notSaved, e);
		}
	}

	/** {@return the last place that was saved, which is remembered from now on with the looks that go with it} */
	synchronized Optional<Place> last() {
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
		String series = node.get(SERIES, ""); //$NON-NLS-1$
		if (series.isEmpty()) {
			return Optional.empty();
		}
		Place place = new Place(series, node.get(INSTANCE, ""), node.getInt(FRAME, 0), node.get(FILE, "")); //$NON-NLS-1$ //$NON-NLS-2$
		if (!entries.containsKey(series)) {
			remember(place, new Looks(StoredSettings.read(node), Optional.empty(), false), node.getBoolean(REVERSED, false), 1);
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
