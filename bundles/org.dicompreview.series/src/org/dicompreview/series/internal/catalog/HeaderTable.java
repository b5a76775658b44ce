package org.dicompreview.series.internal.catalog;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;

/** Headers by location, in order of addition; a hash table that spends 12 to 20 bytes on each. Not thread-safe. */
final class HeaderTable {

	private InstanceHeader[] headers = new InstanceHeader[16];
	/** Index into {@link #headers} plus one, 0 for a free slot; at least twice as many as headers. */
	private int[] slots = new int[64];
	private int end;
	private int size;

	/**
	 * Adds a header, in the place of the one with the same location if there is one.
	 *
	 * @param location where it is
	 * @param header   the header
	 * @return the header that it replaces, or {@code null}
	 */
	InstanceHeader put(InstanceLocation location, InstanceHeader header) {
		int slot = find(location);
		if (slots[slot] != 0) {
			int index = slots[slot] - 1;
			InstanceHeader old = headers[index];
			headers[index] = header;
			return old;
		}
		if (end == headers.length) {
			grow();
			slot = find(location);
		}
		headers[end++] = header;
		slots[slot] = end;
		size++;
		return null;
	}

	/** {@return the header with this location, or {@code null}} */
	InstanceHeader get(InstanceLocation location) {
		int slot = find(location);
		return slots[slot] == 0 ? null : headers[slots[slot] - 1];
	}

	/** {@return the header that had this location and is removed, or {@code null}} */
	InstanceHeader remove(InstanceLocation location) {
		int slot = find(location);
		if (slots[slot] == 0) {
			return null;
		}
		int index = slots[slot] - 1;
		InstanceHeader old = headers[index];
		headers[index] = null; // its slot stays, so that what collided with it is still found
		size--;
		return old;
	}

	/** {@return the slot with this location, else the free one where it belongs} */
	private int find(InstanceLocation location) {
		int mask = slots.length - 1;
		int hash = location.hashCode() * 0x9E3779B1;
		int slot = (hash ^ hash >>> 16) & mask;
		while (slots[slot] != 0) {
			InstanceHeader header = headers[slots[slot] - 1];
			if (header != null && header.location().equals(location)) {
				return slot;
			}
			slot = slot + 1 & mask;
		}
		return slot;
	}

	private void grow() {
		InstanceHeader[] old = headers;
		int capacity = Math.max(16, Math.addExact(size, size >> 1) + 16);
		headers = new InstanceHeader[capacity];
		slots = new int[Integer.highestOneBit(capacity) << 2];
		end = 0;
		for (InstanceHeader header : old) {
			if (header != null) {
				int slot = find(header.location());
				headers[end++] = header;
				slots[slot] = end;
			}
		}
	}

	/** {@return the number of headers} */
	int size() {
		return size;
	}

	/** {@return a copy of the headers, in order of addition} */
	List<InstanceHeader> list() {
		List<InstanceHeader> list = new ArrayList<>(size);
		for (int i = 0; i < end; i++) {
			if (headers[i] != null) {
				list.add(headers[i]);
			}
		}
		return list;
	}
}
