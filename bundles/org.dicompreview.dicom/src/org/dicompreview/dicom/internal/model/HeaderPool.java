package org.dicompreview.dicom.internal.model;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Tag;

/**
 * Finds for each instance another of its series of which it need only keep the differences. Remembers a bounded number
 * of series, and keeps nothing alive by itself. For several threads.
 */
public final class HeaderPool {

	private static final int SERIES = 1 << 12;
	private static final int BASES_A_SERIES = 8;
	/** An instance that differs in more than this part of itself becomes a base of its own. */
	private static final int PART = 2;
	private static final int ALWAYS_FINE = 256;

	private final Map<String, List<WeakReference<HeaderBase>>> bySeries = new LinkedHashMap<>(64, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, List<WeakReference<HeaderBase>>> eldest) {
			return size() > SERIES;
		}
	};

	/** What one thread keeps between two calls. */
	static final class Scratch {
		private WeakReference<HeaderBase> last = new WeakReference<>(null);
		private byte[] delta = new byte[1 << 10];
	}

	/** An instance as base and differences. */
	record Shared(HeaderBase base, byte[] own) {
	}

	Shared share(byte[] full, int length, Scratch scratch) {
		if (scratch.delta.length < length) {
			scratch.delta = new byte[length + (length >> 1)];
		}
		int limit = Math.max(length / PART, Math.min(length, ALWAYS_FINE));
		HeaderBase last = scratch.last.get();
		if (last != null && isSameSeries(full, length, last.block)) {
			int size = last.difference(full, length, scratch.delta, limit);
			if (size >= 0) {
				return new Shared(last, Arrays.copyOf(scratch.delta, size));
			}
		}
		return shareWithSeries(full, length, limit, scratch);
	}

	private static boolean isSameSeries(byte[] full, int length, byte[] other) {
		int its = Block.find(full, 0, length, Tag.SERIES_INSTANCE_UID, 0);
		int mine = Block.find(other, 0, other.length, Tag.SERIES_INSTANCE_UID, 0);
		return its >= 0 && mine >= 0
				&& Arrays.equals(full, its, Block.end(full, its, 0), other, mine, Block.end(other, mine, 0));
	}

	private synchronized Shared shareWithSeries(byte[] full, int length, int limit, Scratch scratch) {
		List<WeakReference<HeaderBase>> bases = bySeries.computeIfAbsent(series(full, length),
				key -> new ArrayList<>(1));
		bases.removeIf(reference -> reference.get() == null);
		HeaderBase best = null;
		int bestSize = limit + 1;
		for (WeakReference<HeaderBase> reference : bases) {
			HeaderBase each = reference.get();
			int size = each == null ? -1 : each.difference(full, length, scratch.delta, bestSize - 1);
			if (size >= 0) {
				best = each;
				bestSize = size;
			}
		}
		if (best == null) {
			best = new HeaderBase(Arrays.copyOf(full, length));
			if (bases.size() < BASES_A_SERIES) {
				bases.add(new WeakReference<>(best));
			}
		}
		int size = best.difference(full, length, scratch.delta, length);
		scratch.last = new WeakReference<>(best);
		return new Shared(best, Arrays.copyOf(scratch.delta, Math.max(size, 0)));
	}

	private static String series(byte[] block, int length) {
		int element = Block.find(block, 0, length, Tag.SERIES_INSTANCE_UID, 0);
		return element < 0 ? "" : Texts.ascii(block, Block.value(block, element), Block.length(block, element)); //$NON-NLS-1$
	}
}
