package org.dicompreview.rendering.internal.frame;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tables from stored to display value that were used last; thread-safe. */
public final class GreyTables {

	private static final int LIMIT = 16;

	private record Key(GreyMapping mapping, StoredRange range) {
	}

	private final Map<Key, byte[]> tables = new LinkedHashMap<>(2 * LIMIT, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
			return size() > LIMIT;
		}
	};

	/** {@return the table for a mapping; nobody changes it} */
	byte[] get(GreyMapping mapping, StoredRange range) {
		Key key = new Key(mapping, range);
		synchronized (tables) {
			byte[] known = tables.get(key);
			if (known != null) {
				return known;
			}
		}
		byte[] table = mapping.table(range);
		synchronized (tables) {
			tables.put(key, table);
		}
		return table;
	}
}
