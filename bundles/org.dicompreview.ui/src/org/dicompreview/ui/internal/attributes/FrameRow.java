package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.eclipse.osgi.util.NLS;

/**
 * What a multi-frame object says of the frame on screen alone: the elements of its functional groups (PS3.3 C.7.6.16)
 * without the sequences around them. The same row whatever the frame.
 */
final class FrameRow extends Row {

	private final DataSet groups;
	private final int frame;

	/**
	 * @param groups the item of Per-Frame Functional Groups Sequence
	 * @param frame  from 0
	 */
	FrameRow(DataSet groups, int frame) {
		super(null, 0, 0);
		this.groups = groups;
		this.frame = frame;
	}

	@Override
	String tag() {
		return NLS.bind(Messages.FrameRow_frame, Integer.toString(frame + 1));
	}

	@Override
	String name() {
		return Messages.FrameRow_name;
	}

	@Override
	String shown() {
		return ""; //$NON-NLS-1$
	}

	@Override
	List<String> details() {
		return List.of(tag(), Messages.FrameRow_name);
	}

	@Override
	boolean hasChildren() {
		return !groups.elements().isEmpty();
	}

	@Override
	List<Row> children() {
		List<Row> rows = new ArrayList<>();
		Map<Long, Integer> seen = new HashMap<>();
		for (Element group : groups.elements()) {
			if (group.items().isEmpty()) {
				add(rows, seen, 0, group);
			}
			for (DataSet item : group.items()) {
				item.elements().forEach(element -> add(rows, seen, group.tag(), element));
			}
		}
		return rows;
	}

	private void add(List<Row> rows, Map<Long, Integer> seen, int group, Element element) {
		long key = (long) group << 32 | Integer.toUnsignedLong(element.tag());
		rows.add(new ElementRow(this, element, key, seen.merge(key, 1, Integer::sum) - 1));
	}
}
