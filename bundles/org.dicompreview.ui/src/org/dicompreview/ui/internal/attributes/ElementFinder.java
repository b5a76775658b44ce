package org.dicompreview.ui.internal.attributes;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Element;

/** Looks for the row of an element. */
final class ElementFinder {

	/** More rows are not looked at. */
	private static final int MOST = 200_000;
	/** Bytes of the longest header of an element. */
	private static final int HEADER = 12;

	private final int tag;
	private final long offset;
	private Row exact;
	private Row first;
	private Row holder;
	private int seen;

	/** @param offset byte offset of the value or header; -1 for any */
	ElementFinder(int tag, long offset) {
		this.tag = tag;
		this.offset = offset;
	}

	/** Looks at rows and all below them. */
	void look(List<Row> rows) {
		for (Row row : rows) {
			if (exact != null || ++seen > MOST) {
				return;
			}
			if (row instanceof ElementRow each) {
				note(each, each.element());
			}
			if (row.hasChildren() && !(row instanceof FrameRow)) {
				look(row.children());
			}
		}
	}

	private void note(ElementRow row, Element element) {
		boolean here = offset >= 0 && offset <= element.offset() && offset >= element.offset() - HEADER;
		if (element.tag() == tag && (here || offset < 0)) {
			exact = row;
		} else if (element.tag() == tag && first == null) {
			first = row;
		} else if (here && element.offset() == offset) {
			holder = row;
		}
	}

	/** {@return the row; absent if there is none} */
	Optional<Row> found() {
		return Optional.ofNullable(exact).or(() -> Optional.ofNullable(holder)).or(() -> Optional.ofNullable(first));
	}
}
