package org.dicompreview.dcm4che.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets headers share equal values, of which the instances of a series have many. For several threads. */
final class ValuePool {

	/** Then it starts anew; what is shared already stays shared. */
	private static final int MOST = 1 << 14;
	private static final int LONGEST = 256;

	private record Key(byte[] bytes) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Key key && Arrays.equals(bytes, key.bytes);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(bytes);
		}
	}

	private final Map<Key, byte[]> known = new ConcurrentHashMap<>();

	/** {@return an equal array; nobody changes it} */
	byte[] share(byte[] value) {
		if (value.length > LONGEST) {
			return value;
		}
		if (known.size() >= MOST) {
			known.clear();
		}
		byte[] before = known.putIfAbsent(new Key(value), value);
		return before == null ? value : before;
	}
}
