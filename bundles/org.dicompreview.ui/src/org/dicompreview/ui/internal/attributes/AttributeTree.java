package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Tag;

/**
 * The rows of one instance, seen from one of its frames. Immutable.
 *
 * @param roots the rows at the top
 */
record AttributeTree(List<Row> roots) {

	/** No rows. */
	static final AttributeTree EMPTY = new AttributeTree(List.of());

	AttributeTree {
		roots = List.copyOf(roots);
	}

	/**
	 * {@return the rows of a data set}
	 *
	 * @param frame from 0; -1 for none
	 */
	static AttributeTree of(DataSet data, int frame) {
		List<Row> rows = new ArrayList<>();
		data.element(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).ifPresent(groups -> {
			if (frame >= 0 && frame < groups.items().size()) {
				rows.add(new FrameRow(groups.items().get(frame), frame));
			}
		});
		rows.addAll(Row.of(null, data));
		return new AttributeTree(rows);
	}
}
