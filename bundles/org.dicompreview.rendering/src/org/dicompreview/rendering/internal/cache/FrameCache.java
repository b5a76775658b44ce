package org.dicompreview.rendering.internal.cache;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import org.dicompreview.rendering.LoadedFrame;

/** Loaded frames and failures within a budget of bytes. Used under the loader's lock. */
final class FrameCache {

	/** Rank of frames that nobody looks at: any of them goes before one that somebody does. */
	static final long UNWANTED = Long.MAX_VALUE / 2;
	/** A frame on screen is never evicted. */
	static final long PINNED = 0;
	/** What an entry takes beside its pixels; all that a failure takes. */
	private static final long OVERHEAD = 512;

	private static final class Entry {
		private final LoadedFrame loaded;
		private final long bytes;
		private long used;

		Entry(LoadedFrame loaded) {
			this.loaded = loaded;
			bytes = size(loaded);
		}
	}

	private final Map<FrameKey, Entry> entries = new HashMap<>();
	private final Consumer<FrameKey> evicted;
	private long budget;
	/** What others keep of the budget. */
	private long reserved;
	private long bytes;
	private long clock;

	/**
	 * @param budget  bytes
	 * @param evicted hears what is removed
	 */
	FrameCache(long budget, Consumer<FrameKey> evicted) {
		this.budget = budget;
		this.evicted = evicted;
	}

	/** {@return bytes of the heap that an outcome takes in the cache} */
	static long size(LoadedFrame loaded) {
		return OVERHEAD + loaded.frame().map(frame -> HeapFootprint.HERE.of(frame.byteSize())).orElse(0L);
	}

	long budget() {
		return budget;
	}

	void setBudget(long most) {
		budget = most;
	}

	/** Leaves a part of the budget to others. */
	void reserve(long part) {
		reserved = part;
	}

	/** {@return bytes of what is kept, and of what others keep of the budget} */
	long bytes() {
		return bytes + reserved;
	}

	boolean contains(FrameKey key) {
		return entries.containsKey(key);
	}

	/** {@return what was loaded, or {@code null}} */
	LoadedFrame get(FrameKey key) {
		Entry entry = entries.get(key);
		if (entry == null) {
			return null;
		}
		entry.used = ++clock;
		return entry.loaded;
	}

	/** {@return what was loaded, or {@code null}; it does not count as used} */
	LoadedFrame peek(FrameKey key) {
		Entry entry = entries.get(key);
		return entry == null ? null : entry.loaded;
	}

	void put(FrameKey key, LoadedFrame loaded) {
		Entry entry = new Entry(loaded);
		entry.used = ++clock;
		Entry before = entries.put(key, entry);
		bytes += entry.bytes - (before == null ? 0 : before.bytes);
	}

	/** Removes the farthest entries until the budget holds. @param rank distance from what somebody looks at */
	void trim(ToLongFunction<FrameKey> rank) {
		while (bytes + reserved > budget) {
			FrameKey farthest = farthest(rank);
			if (farthest == null) {
				return;
			}
			remove(farthest);
		}
	}

	/** {@return whether a frame of so many bytes at this rank fits, if need be in place of farther ones} */
	boolean hasRoom(long size, long at, ToLongFunction<FrameKey> rank) {
		if (bytes + reserved + size <= budget) {
			return true;
		}
		FrameKey farthest = size + reserved > budget ? null : farthest(rank);
		return farthest != null && rank.applyAsLong(farthest) > at;
	}

	/** Removes the entries that a condition names. */
	void removeIf(Predicate<FrameKey> condition) {
		Iterator<Map.Entry<FrameKey, Entry>> each = entries.entrySet().iterator();
		while (each.hasNext()) {
			Map.Entry<FrameKey, Entry> entry = each.next();
			if (condition.test(entry.getKey())) {
				each.remove();
				bytes -= entry.getValue().bytes;
				evicted.accept(entry.getKey());
			}
		}
	}

	private void remove(FrameKey key) {
		bytes -= entries.remove(key).bytes;
		evicted.accept(key);
	}

	/** Of unwanted ones, the one not used for longest. */
	private FrameKey farthest(ToLongFunction<FrameKey> rank) {
		FrameKey farthest = null;
		long most = PINNED;
		for (Map.Entry<FrameKey, Entry> each : entries.entrySet()) {
			long at = rank.applyAsLong(each.getKey());
			if (at >= UNWANTED) {
				at = Long.MAX_VALUE - each.getValue().used;
			}
			if (at > most) {
				most = at;
				farthest = each.getKey();
			}
		}
		return farthest;
	}
}
