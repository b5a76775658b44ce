package org.dicompreview.dicom.internal.model;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.text.CharacterSet;

/** The attributes of one frame: per-frame groups, shared groups, top level, in this order. */
final class FrameView extends StoredAttributes {

	private final BuiltInHeader header;
	private final int frame;

	FrameView(BuiltInHeader header, int frame) {
		this.header = header;
		this.frame = frame;
	}

	@Override
	StoredElement find(int tag) {
		FrameTable frames = header.frames();
		StoredElement found = null;
		if (frames != null) {
			found = frames.group(frame, tag);
			if (found == null) {
				found = frames.inGroups(frame, tag);
			}
		}
		if (found == null) {
			found = inShared(tag);
		}
		return found != null ? found : header.find(tag);
	}

	private StoredElement inShared(int tag) {
		StoredElement shared = header.find(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
		if (shared == null || !shared.isSequence() || shared.length() < Block.ITEM_HEADER) {
			return null;
		}
		StoredElement group = shared.inFirstItem(tag);
		if (group != null) {
			return group;
		}
		int from = shared.start() + Block.ITEM_HEADER;
		return inGroups(shared.block(), from, from + Block.i32(shared.block(), shared.start()), tag);
	}

	/** {@return the attribute in the first item of any of the sequences between two indices, or {@code null}} */
	static StoredElement inGroups(byte[] block, int from, int to, int tag) {
		for (int at = from; at < to; at = Block.end(block, at, 0)) {
			if (Block.vr(block, at) == VR.SQ) {
				StoredElement found = inGroup(new StoredElement(block, at, 0), tag);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/**
	 * Looks into a group, and for attributes of the acquisition into the sequences that it holds: the gradient
	 * orientation stands one level deeper than the b-value.
	 */
	static StoredElement inGroup(StoredElement group, int tag) {
		StoredElement found = group.inFirstItem(tag);
		if (found != null || Tag.group(tag) != 0x0018 || !group.isSequence() || group.length() < Block.ITEM_HEADER) {
			return found;
		}
		int from = group.start() + Block.ITEM_HEADER;
		int to = from + Block.i32(group.block(), group.start());
		for (int at = from; at < to; at = Block.end(group.block(), at, 0)) {
			found = Block.vr(group.block(), at) == VR.SQ ? new StoredElement(group.block(), at, 0).inFirstItem(tag) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	@Override
	int firstFrom(int tag) {
		return header.firstFrom(tag);
	}

	@Override
	CharacterSet characters() {
		return header.characters();
	}
}
