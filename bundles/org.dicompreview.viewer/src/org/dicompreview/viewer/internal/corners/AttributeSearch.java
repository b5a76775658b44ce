package org.dicompreview.viewer.internal.corners;

import java.util.List;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Tag;

/** Finds values in a data set for one of its frames. Plain functions. */
final class AttributeSearch {

	private AttributeSearch() {
	}

	/** {@return the values of an attribute: of the functional groups of a frame, of the shared ones, else of the data set} */
	static List<String> values(DataSet data, int frame, int tag) {
		List<Attributes> frames = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		List<String> own = frame < frames.size() ? inGroups(frames.get(frame), tag) : List.of();
		if (!own.isEmpty()) {
			return own;
		}
		List<Attributes> shared = data.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
		List<String> common = shared.isEmpty() ? List.of() : inGroups(shared.get(0), tag);
		return common.isEmpty() ? data.strings(tag) : common;
	}

	/** {@return the values in the first functional group that has them} */
	private static List<String> inGroups(Attributes groups, int tag) {
		if (!groups.strings(tag).isEmpty()) {
			return groups.strings(tag);
		}
		if (groups instanceof DataSet item) {
			for (Element group : item.elements()) {
				if (!group.items().isEmpty() && !group.items().get(0).strings(tag).isEmpty()) {
					return group.items().get(0).strings(tag);
				}
			}
		}
		return List.of();
	}
}
