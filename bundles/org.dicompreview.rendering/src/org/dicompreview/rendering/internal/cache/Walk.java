package org.dicompreview.rendering.internal.cache;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Slice;

/** The path that one view walks, and what of it is cached. Used under the loader's lock. */
final class Walk {

	private final List<Slice> path;
	private final FrameKey[] keys;
	private final Map<FrameKey, Integer> places;
	private final BitSet cached = new BitSet();
	private final Travel travel;

	Walk(List<Slice> path, int index) {
		this.path = List.copyOf(path);
		keys = this.path.stream().map(FrameKey::of).toArray(FrameKey[]::new);
		places = new HashMap<>(2 * keys.length);
		for (int i = 0; i < keys.length; i++) {
			places.put(keys[i], i);
		}
		travel = new Travel(index, keys.length);
	}

	/** {@return whether this is the walk along a path} */
	boolean follows(List<Slice> other) {
		return path.size() == other.size() && path.equals(other);
	}

	/** {@return whether both walk through the same series} */
	boolean sameSeries(Walk other) {
		return seriesUid().equals(other.seriesUid()) && !seriesUid().isEmpty();
	}

	private String seriesUid() {
		return path.get(0).instance().string(Tag.SERIES_INSTANCE_UID).orElse("");
	}

	/**
	 * {@return whether a frame is of a file on the path as it was before it changed}
	 *
	 * @param key   of the frame
	 * @param files takes the files on the path, once they are needed
	 */
	boolean supersedes(FrameKey key, Map<Path, InstanceHeader> files) {
		if (files.isEmpty()) {
			path.forEach(slice -> files.put(slice.instance().path(), slice.instance()));
		}
		InstanceHeader now = files.get(key.instance().path());
		return now != null && !now.equals(key.instance());
	}

	Travel travel() {
		return travel;
	}

	int size() {
		return keys.length;
	}

	Slice slice(int index) {
		return path.get(index);
	}

	FrameKey key(int index) {
		return keys[index];
	}

	FrameKey current() {
		return keys[travel.index()];
	}

	boolean contains(FrameKey key) {
		return places.containsKey(key);
	}

	/** {@return distance of a frame from where the view is, {@link FrameCache#UNWANTED} if it is not on the path} */
	long rank(FrameKey key) {
		Integer place = places.get(key);
		return place == null ? FrameCache.UNWANTED : travel.rank(place);
	}

	BitSet cached() {
		return cached;
	}

	/** {@return whether the frame is on the path} */
	boolean mark(FrameKey key, boolean isCached) {
		Integer place = places.get(key);
		if (place != null) {
			cached.set(place, isCached);
		}
		return place != null;
	}
}
