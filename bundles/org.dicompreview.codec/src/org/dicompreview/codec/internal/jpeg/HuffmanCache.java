package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.dicompreview.codec.DecodeException;

/**
 * Keeps some Huffman tables that were made: the frames of a series mostly have the same ones, and making a table takes
 * longer than decoding some rows. For several threads.
 */
final class HuffmanCache {

	private static final int SLOTS = 64;

	private final AtomicReferenceArray<HuffmanTable> slots = new AtomicReferenceArray<>(SLOTS);

	/** {@return the table of a specification, see {@link HuffmanTable}} */
	HuffmanTable get(byte[] specification, HuffmanTable.Use use) throws DecodeException {
		int hash = Arrays.hashCode(specification) * 31 + use.ordinal();
		int slot = (hash ^ hash >>> 16) & SLOTS - 1;
		HuffmanTable known = slots.get(slot);
		if (known == null || !known.isMadeOf(specification, use)) {
			known = new HuffmanTable(specification, use);
			slots.set(slot, known);
		}
		return known;
	}
}
