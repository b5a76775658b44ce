package org.dicompreview.dicom.internal.parse;

import java.io.IOException;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.io.Input;

/** Finds out where an element stands: a scan does not keep that, since nobody asks unless the element is wrong. */
final class ElementFinder {

	private ElementFinder() {
	}

	/**
	 * {@return where the header of a top-level element begins, or what stands in its place where it is missing}
	 *
	 * @param object an object that has been read; it stands elsewhere afterwards
	 * @param tag    the tag
	 * @throws IOException if reading fails
	 */
	static long find(DicomInput object, int tag) throws IOException {
		Input in = object.input();
		ElementReader element = object.element();
		boolean meta = Tag.group(tag) == 2;
		if (meta && object.isInflated()) {
			return -1; // it is not in the data set that was inflated
		}
		in.seek(meta ? object.metaStart() : object.dataSetStart());
		if (meta) {
			element.encoding(true, false);
		}
		Skipper skipper = new Skipper(object);
		while (element.next()) {
			if (Integer.compareUnsigned(element.tag(), tag) >= 0) {
				return element.headerAt();
			}
			if (element.length() != ElementReader.UNDEFINED) {
				in.skip(element.length());
			} else if (!skipper.skipItems(element.statedVr() == VR.UN, Long.MAX_VALUE)) {
				break;
			}
		}
		return in.position();
	}
}
