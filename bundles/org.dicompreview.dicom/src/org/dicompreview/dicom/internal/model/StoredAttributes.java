package org.dicompreview.dicom.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.internal.text.CharacterSet;

/** Attributes that are kept in blocks. */
abstract class StoredAttributes implements Attributes {

	private static final double[] NO_NUMBERS = {};

	/** {@return the element, or {@code null}} */
	abstract StoredElement find(int tag);

	/** {@return the element if its value is here in full, or {@code null}} */
	StoredElement findComplete(int tag) {
		return find(tag);
	}

	/** {@return how the texts of this data set or item are encoded} */
	abstract CharacterSet characters();

	/** {@return the lowest tag that is present and not below the given one; 0 if there is none} */
	abstract int firstFrom(int tag);

	@Override
	public OptionalInt privateTag(int group, String creator, int element) {
		int last = group << 16 | 0xFF;
		int reserved = firstFrom(group << 16 | 0x10);
		while (reserved != 0 && Integer.compareUnsigned(reserved, last) <= 0) {
			StoredElement slot = find(reserved);
			if (slot != null && creator.equalsIgnoreCase(Texts.ascii(slot.block(), slot.start(), slot.length()))) {
				return OptionalInt.of(group << 16 | (reserved & 0xFF) << 8 | element);
			}
			reserved = firstFrom(reserved + 1);
		}
		return OptionalInt.empty();
	}

	@Override
	public boolean contains(int tag) {
		return find(tag) != null;
	}

	@Override
	public List<String> strings(int tag) {
		StoredElement slot = findComplete(tag);
		return slot == null ? List.of()
				: Texts.of(slot.block(), slot.start(), slot.length(), slot.vr(), characters());
	}

	@Override
	public double[] numbers(int tag) {
		StoredElement slot = findComplete(tag);
		return slot == null ? NO_NUMBERS : Numbers.of(slot.block(), slot.start(), slot.length(), slot.vr());
	}

	@Override
	public List<Attributes> items(int tag) {
		StoredElement slot = find(tag);
		if (slot == null || !slot.isSequence() || slot.length() == 0) {
			return List.of();
		}
		List<Attributes> items = new ArrayList<>();
		int at = slot.start();
		int end = slot.end();
		while (at < end) {
			int from = at + Block.ITEM_HEADER;
			int to = from + Block.i32(slot.block(), at);
			items.add(item(slot, from, to));
			at = to;
		}
		return items;
	}

	Attributes item(StoredElement sequence, int from, int to) {
		return new StoredItem(sequence.block(), from, to, sequence.location(), characters());
	}
}
