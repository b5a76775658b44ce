package org.dicompreview.dcm4che.internal;

import java.util.List;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dicompreview.dicom.Tag;

/** The attributes of one frame: per-frame groups, shared groups, top level, in this order (PS3.3 C.7.6.16). */
final class FrameAttributes extends ToolkitAttributes {

	private final Attributes own;
	private final Attributes shared;

	FrameAttributes(Attributes elements, int frame) {
		super(elements);
		own = item(elements, Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame);
		shared = item(elements, Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, 0);
	}

	/** The groups of this frame are flattened, and those of others are not its own. */
	@Override
	public List<org.dicompreview.dicom.Attributes> items(int tag) {
		return tag == Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE ? List.of() : super.items(tag);
	}

	private static Attributes item(Attributes elements, int tag, int index) {
		return elements.getValue(tag) instanceof Sequence items && index < items.size() ? items.get(index) : null;
	}

	@Override
	Attributes owner(int tag) {
		Attributes found = in(own, tag);
		if (found == null) {
			found = in(shared, tag);
		}
		return found == null ? super.owner(tag) : found;
	}

	/** {@return what holds the attribute: the groups themselves or the first item of one; {@code null} if nothing} */
	private static Attributes in(Attributes groups, int tag) {
		if (groups == null || groups.contains(tag)) {
			return groups;
		}
		for (int group : groups.tags()) {
			Attributes found = inGroup(item(groups, group, 0), tag);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** The gradient orientation of diffusion stands one level deeper than the b-value. */
	private static Attributes inGroup(Attributes group, int tag) {
		if (group == null || group.contains(tag)) {
			return group;
		}
		if (Tag.group(tag) == 0x0018) {
			for (int inner : group.tags()) {
				Attributes item = item(group, inner, 0);
				if (item != null && item.contains(tag)) {
					return item;
				}
			}
		}
		return null;
	}
}
