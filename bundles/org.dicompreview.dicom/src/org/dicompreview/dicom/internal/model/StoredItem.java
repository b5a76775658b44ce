package org.dicompreview.dicom.internal.model;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.text.CharacterSet;

/** A run of elements in a block: an item, or a whole data set. */
public class StoredItem extends StoredAttributes {

	final byte[] block;
	final int from;
	final int to;
	final int location;
	private final CharacterSet characters;

	/** The top level of what was written so far, to be used before the writer goes on. */
	public StoredItem(BlockWriter writer) {
		this(writer.bytes(), 0, writer.size(), writer.location(), CharacterSet.DEFAULT);
	}

	StoredItem(byte[] block, int from, int to, int location, CharacterSet inherited) {
		this.block = block;
		this.from = from;
		this.to = to;
		this.location = location;
		this.characters = charactersOf(find(Tag.SPECIFIC_CHARACTER_SET), inherited);
	}

	/** {@return the character set that an element states, or the inherited one} */
	static CharacterSet charactersOf(StoredElement stated, CharacterSet inherited) {
		if (stated == null || stated.vr() == null) {
			return inherited;
		}
		return CharacterSet.of(Texts.of(stated.block(), stated.start(), stated.length(), VR.CS, CharacterSet.DEFAULT));
	}

	@Override
	final StoredElement find(int tag) {
		int element = Block.find(block, from, to, tag, location);
		return element < 0 ? null : new StoredElement(block, element, location);
	}

	@Override
	final int firstFrom(int tag) {
		return Block.firstFrom(block, from, to, tag, location);
	}

	@Override
	final CharacterSet characters() {
		return characters;
	}
}
