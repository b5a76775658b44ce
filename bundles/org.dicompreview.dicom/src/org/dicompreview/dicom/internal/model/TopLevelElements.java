package org.dicompreview.dicom.internal.model;

import java.util.Arrays;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.internal.text.CharacterSet;

/** A few top-level elements of what a writer holds, found in one pass, to be used before the writer goes on. */
public final class TopLevelElements extends StoredAttributes {

	private final int[] tags;
	private final int[] elements;
	private final byte[] block;

	/**
	 * @param writer without locations
	 * @param sorted the tags of the elements, ascending, below the group 8000
	 */
	public TopLevelElements(BlockWriter writer, int... sorted) {
		tags = sorted;
		elements = new int[sorted.length];
		block = writer.bytes();
		Arrays.fill(elements, -1);
		int next = 0;
		int before = 0;
		for (int at = 0; at < writer.size(); at = Block.end(block, at, 0)) {
			int tag = Block.tag(block, at);
			next = tag < before ? 0 : next;
			before = tag;
			while (next < tags.length && tags[next] < tag) {
				next++;
			}
			if (next < tags.length && tags[next] == tag && elements[next] < 0) {
				elements[next] = at;
			}
		}
	}

	/** {@return whether an element is here and has a value} */
	public boolean hasValue(int tag) {
		StoredElement slot = find(tag);
		return slot != null && slot.length() > 0;
	}

	/** {@return the elements as they stand, but for two of them} */
	public byte[] without(int one, int two) {
		int length = 0;
		for (int i = 0; i < tags.length; i++) {
			length += elements[i] < 0 || tags[i] == one || tags[i] == two ? 0 : Block.end(block, elements[i], 0) - elements[i];
		}
		byte[] bytes = new byte[length];
		int at = 0;
		for (int i = 0; i < tags.length; i++) {
			if (elements[i] >= 0 && tags[i] != one && tags[i] != two) {
				int size = Block.end(block, elements[i], 0) - elements[i];
				System.arraycopy(block, elements[i], bytes, at, size);
				at += size;
			}
		}
		return bytes;
	}

	@Override
	StoredElement find(int tag) {
		int index = Arrays.binarySearch(tags, tag);
		return index < 0 || elements[index] < 0 ? null : new StoredElement(block, elements[index], 0);
	}

	@Override
	int firstFrom(int tag) {
		int index = Arrays.binarySearch(tags, tag);
		int next = index < 0 ? -index - 1 : index;
		while (next < tags.length && elements[next] < 0) {
			next++;
		}
		return next < tags.length ? tags[next] : 0;
	}

	@Override
	CharacterSet characters() {
		return StoredItem.charactersOf(find(Tag.SPECIFIC_CHARACTER_SET), CharacterSet.DEFAULT);
	}
}
