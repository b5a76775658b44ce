package org.dicompreview.dicom.internal.model;

import java.util.Arrays;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.text.CharacterSet;

/**
 * The attributes of one instance in full. Its series-mates hold only what differs from it. Immutable.
 */
final class HeaderBase {

	final byte[] block;
	private final int[] tags;
	private final int[] starts;
	final CharacterSet characters;

	HeaderBase(byte[] sorted) {
		block = sorted;
		int count = 0;
		for (int element = 0; element < sorted.length; element = Block.end(sorted, element, 0)) {
			count++;
		}
		tags = new int[count];
		starts = new int[count];
		int n = 0;
		for (int element = 0; element < sorted.length; element = Block.end(sorted, element, 0)) {
			tags[n] = Block.tag(sorted, element) ^ Integer.MIN_VALUE; // so that signed order is that of tags
			starts[n++] = element;
		}
		characters = StoredItem.charactersOf(find(Tag.SPECIFIC_CHARACTER_SET), CharacterSet.DEFAULT);
	}

	StoredElement find(int tag) {
		int i = Arrays.binarySearch(tags, tag ^ Integer.MIN_VALUE);
		return i < 0 ? null : new StoredElement(block, starts[i], 0);
	}

	/** {@return the lowest tag that is not below the given one; 0 if there is none} */
	int firstFrom(int tag) {
		int i = Arrays.binarySearch(tags, tag ^ Integer.MIN_VALUE);
		int next = i < 0 ? -i - 1 : i;
		return next < tags.length ? tags[next] ^ Integer.MIN_VALUE : 0;
	}

	/**
	 * Writes what tells an instance from this one: elements that differ, and marks for those that it does not have.
	 *
	 * @param full   all attributes of the instance, sorted
	 * @param length how many bytes of them count
	 * @param delta  what takes the differences, at least as large as needed
	 * @param limit  where to give up
	 * @return length of the difference, or -1 if it would be more than {@code limit}
	 */
	int difference(byte[] full, int length, byte[] delta, int limit) {
		int mine = 0;
		int its = 0;
		int size = 0;
		while (mine < block.length || its < length) {
			int order = order(mine, full, its, length);
			int myEnd = order <= 0 ? Block.end(block, mine, 0) : mine;
			int itsEnd = order >= 0 ? Block.end(full, its, 0) : its;
			if (order < 0) {
				if (size + 6 > limit) {
					return -1;
				}
				Block.i32(delta, size, Block.tag(block, mine));
				delta[size + 4] = (byte) Block.ABSENT;
				delta[size + 5] = 0;
				size += 6;
			} else if (order > 0 || !Arrays.equals(block, mine, myEnd, full, its, itsEnd)) {
				if (size + itsEnd - its > limit) {
					return -1;
				}
				System.arraycopy(full, its, delta, size, itsEnd - its);
				size += itsEnd - its;
			}
			mine = myEnd;
			its = itsEnd;
		}
		return size;
	}

	private int order(int mine, byte[] full, int its, int length) {
		if (mine >= block.length) {
			return 1;
		}
		return its >= length ? -1 : Integer.compareUnsigned(Block.tag(block, mine), Block.tag(full, its));
	}

	/** {@return the element of an instance: its own, else the one of its base; {@code null} if it has none} */
	static StoredElement find(HeaderBase base, byte[] own, int tag) {
		int element = Block.find(own, 0, own.length, tag, 0);
		if (element < 0) {
			return base.find(tag);
		}
		return Block.vr(own, element) == null ? null : new StoredElement(own, element, 0);
	}

	/** {@return the text of an instance that stands for it, empty if there is none} */
	static String ascii(HeaderBase base, byte[] own, int tag) {
		StoredElement slot = find(base, own, tag);
		return slot == null || slot.vr() == VR.SQ ? "" : Texts.ascii(slot.block(), slot.start(), slot.length()); //$NON-NLS-1$
	}
}
