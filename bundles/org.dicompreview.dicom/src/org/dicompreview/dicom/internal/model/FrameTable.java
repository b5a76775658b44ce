package org.dicompreview.dicom.internal.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.dicompreview.dicom.internal.text.CharacterSet;

/**
 * The per-frame functional groups of an instance (PS3.3 C.7.6.16): those of the first frame in full, of the others what
 * differs from it. Immutable.
 */
final class FrameTable {

	private final HeaderBase first;
	private final int[] ends;
	private final byte[] differences;
	private volatile int[] knownTags;

	FrameTable(HeaderBase first, int[] ends, byte[] differences) {
		this.first = first;
		this.ends = ends;
		this.differences = differences;
	}

	/** Builds a table from the items in turn. Not for several threads. */
	static final class Builder {
		private HeaderBase first;
		private int[] ends = new int[64];
		private int count;
		private byte[] differences = new byte[1 << 12];
		private int size;

		void add(byte[] sorted, int length) {
			if (first == null) {
				first = new HeaderBase(Arrays.copyOf(sorted, length));
			}
			int room = length + first.block.length;
			if (size > Integer.MAX_VALUE - 64 - room) {
				return; // later frames are as the first; the file would be far beyond any that exists
			}
			if (size + room > differences.length) {
				differences = Arrays.copyOf(differences,
						(int) Math.min(2L * differences.length + room, Integer.MAX_VALUE - 64));
			}
			byte[] delta = new byte[room];
			int added = first.difference(sorted, length, delta, room);
			System.arraycopy(delta, 0, differences, size, added);
			size += added;
			if (count == ends.length) {
				ends = Arrays.copyOf(ends, 2 * count);
			}
			ends[count++] = size;
		}

		/** {@return the table, {@code null} if there were no items} */
		FrameTable build() {
			return first == null ? null
					: new FrameTable(first, Arrays.copyOf(ends, count), Arrays.copyOf(differences, size));
		}
	}

	/** {@return whether another table says the same of each frame} */
	boolean sameAs(FrameTable other) {
		return other != null && Arrays.equals(ends, other.ends) && Arrays.equals(first.block, other.first.block)
				&& Arrays.equals(differences, other.differences);
	}

	int count() {
		return ends.length;
	}

	HeaderBase first() {
		return first;
	}

	/** {@return for each frame, where its differences end} */
	int[] ends() {
		return ends;
	}

	byte[] differences() {
		return differences;
	}

	/** {@return the functional group sequence of a frame, {@code null} if the frame has none with this tag} */
	StoredElement group(int frame, int tag) {
		if (frame >= ends.length) {
			return null;
		}
		int from = frame == 0 ? 0 : ends[frame - 1];
		int own = Block.find(differences, from, ends[frame], tag, 0);
		if (own < 0) {
			return first.find(tag);
		}
		return Block.vr(differences, own) == null ? null : new StoredElement(differences, own, 0);
	}

	/** {@return the attribute in any of the functional groups of a frame, or {@code null}} */
	StoredElement inGroups(int frame, int tag) {
		if (frame >= ends.length || Arrays.binarySearch(tags(), tag) < 0) {
			return null;
		}
		int from = frame == 0 ? 0 : ends[frame - 1];
		StoredElement found = FrameView.inGroups(differences, from, ends[frame], tag);
		if (found != null) {
			return found;
		}
		byte[] block = first.block;
		for (int at = 0; at < block.length; at = Block.end(block, at, 0)) {
			if (Block.find(differences, from, ends[frame], Block.tag(block, at), 0) < 0) {
				found = FrameView.inGroup(new StoredElement(block, at, 0), tag);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** {@return all tags that any frame has, sorted: most that callers ask for are none of them} */
	private int[] tags() {
		int[] tags = knownTags;
		if (tags == null) {
			Set<Integer> all = new HashSet<>();
			Block.collectTags(first.block, 0, first.block.length, all);
			Block.collectTags(differences, 0, differences.length, all);
			tags = all.stream().mapToInt(Integer::intValue).sorted().toArray();
			knownTags = tags;
		}
		return tags;
	}

	/** {@return the item of a frame with its groups as they stand} */
	StoredAttributes item(int frame, CharacterSet characters) {
		return new StoredAttributes() {
			@Override
			StoredElement find(int tag) {
				return group(frame, tag);
			}

			@Override
			int firstFrom(int tag) {
				return first.firstFrom(tag);
			}

			@Override
			CharacterSet characters() {
				return characters;
			}
		};
	}
}
