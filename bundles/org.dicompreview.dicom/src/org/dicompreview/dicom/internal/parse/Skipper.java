package org.dicompreview.dicom.internal.parse;

import java.io.IOException;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.internal.io.Input;

/** Passes over values of undefined length, however deep they nest, in constant memory. */
final class Skipper {

	private final Input in;
	private final ElementReader element;

	Skipper(DicomInput input) {
		in = input.input();
		element = input.element();
	}

	/**
	 * Passes over the items of a value of undefined length, and its delimiter.
	 *
	 * @param unknown whether this is a value of VR UN, whose items have an encoding of their own (PS3.5 6.2.2)
	 * @param end      where the surrounding item or file ends
	 * @return whether the end of the value was found
	 * @throws IOException if reading fails
	 */
	boolean skipItems(boolean unknown, long end) throws IOException {
		boolean explicit = element.explicit();
		boolean bigEndian = element.bigEndian();
		if (unknown) {
			element.beginUnknownItems();
		}
		try {
			return skip(end);
		} finally {
			element.encoding(explicit, bigEndian);
		}
	}

	/** Levels are sequences and items in turn; an odd level stands among items, an even one among elements. */
	private boolean skip(long end) throws IOException {
		long level = 1;
		while (level > 0) {
			if (in.position() >= end || !element.next()) {
				return false;
			}
			boolean amongItems = (level & 1) == 1;
			boolean isTagOfItems = element.tag() >>> 16 == 0xFFFE;
			if (amongItems && !isTagOfItems || !amongItems && element.isItem()
					|| !amongItems && element.tag() == Tag.SEQUENCE_DELIMITATION_ITEM) {
				in.seek(element.headerAt()); // a delimiter is missing: this belongs to the level above
				level--;
			} else if (element.isDelimiter()) {
				level--;
			} else if (element.length() == ElementReader.UNDEFINED) {
				level++;
			} else if (element.length() > end - in.position()) {
				return false;
			} else {
				in.skip(element.length());
			}
		}
		return true;
	}
}
