package org.dicompreview.rendering.internal.cache;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Slice;

/** The path along which one view scrolls, and what of it is cached. Used under the loader's lock. */
final class SlicePath {

	private final List<Slice> slices;
	private final FrameKey[] keys;
	private final Map<FrameKey, Integer> places;
	private final BitSet cached = new BitSet();
	private final ScrollTracker scroll;

	SlicePath(List<Slice> slices, int index) {
		this.slices = List.copyOf(slices);
		keys = this.slices.stream().map(FrameKey::of).toArray(FrameKey[]::new);
		places = new HashMap<>(2 * keys.length);
		for (int i = 0; i < keys.length; i++) {
			places.put(keys[i], i);
		}
		scroll = new ScrollTracker(index, keys.length);
	}

	/** {@return whether this path has the same slices} */
	boolean hasSlices(List<Slice> other) {
		return slices.size() == other.size() && slices.equals(other);
	}

	/** {@return whether both lead through the same series} */
	boolean sameSeries(SlicePath other) {
		return seriesUid().equals(other.seriesUid()) && !seriesUid().isEmpty();
	}

	private String seriesUid() {
		return slices.get(0).instance().string(Tag.SERIES_INSTANCE_UID).orElse("");
	}

	/**
	 * {@return whether a frame is of a file on the path as it was before it changed}
	 *
	 * @param key   of the frame
	 * @param files takes the files on the path, once they are needed
	 */
	boolean supersedes(FrameKey key, Map<InstanceLocation, InstanceHeader> files) {
		if (files.isEmpty()) {
			slices.forEach(slice -> files.put(slice.instance().location(), slice.instance()));
		}
		InstanceHeader now = files.get(key.instance().location());
		return now != null && !now.equals(key.instance());
	}

	ScrollTracker scroll() {
		return scroll;
	}

	int size() {
		return keys.length;
	}

	Slice slice(int index) {
		return slices.get(index);
	}

	FrameKey key(int index) {
		return keys[index];
	}

	FrameKey current() {
		return keys[scroll.index()];
	}

	boolean contains(FrameKey key) {
		return places.containsKey(key);
	}

	/** {@return distance of a frame from where the view is, {@link FrameCache#UNWANTED} if it is not on the path} */
	long rank(FrameKey key) {
		Integer place = places.get(key);
		return place == null ? FrameCache.UNWANTED : scroll.rank(place);
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
