package org.dicompreview.dicom.internal.model;

import java.util.Arrays;

import org.dicompreview.dicom.VR;

/** An element within a block. */
record StoredElement(byte[] block, int element, int location) {

	VR vr() {
		return Block.vr(block, element);
	}

	int start() {
		return Block.value(block, element) + location;
	}

	int length() {
		return Block.length(block, element);
	}

	int end() {
		return start() + length();
	}

	/** {@return whether two elements, either of which may be {@code null}, have the same VR and value} */
	static boolean sameValue(StoredElement one, StoredElement other) {
		if (one == null || other == null) {
			return one == other;
		}
		return one.vr() == other.vr() && Arrays.equals(one.block, one.start(), one.end(), other.block, other.start(), other.end());
	}

	boolean isSequence() {
		return vr() == VR.SQ;
	}

	/** {@return the element with this tag in the first item, if this is a sequence that has it, else {@code null}} */
	StoredElement inFirstItem(int tag) {
		if (!isSequence() || length() < Block.ITEM_HEADER) {
			return null;
		}
		int from = start() + Block.ITEM_HEADER;
		int found = Block.find(block, from, from + Block.i32(block, start()), tag, location);
		return found < 0 ? null : new StoredElement(block, found, location);
	}
}
