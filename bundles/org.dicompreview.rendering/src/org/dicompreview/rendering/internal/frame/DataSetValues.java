package org.dicompreview.rendering.internal.frame;

import java.util.List;

import org.dicompreview.dicom.Attributes;

/** A data set or an item with its long and binary values within reach. */
public interface DataSetValues {

	/** {@return the attributes} */
	Attributes attributes();

	/** {@return the whole value of an element, words in little-endian order; empty if it is absent or unreadable} */
	byte[] bytes(int tag);

	/** {@return the items of a sequence; empty if it is absent} */
	List<DataSetValues> items(int tag);
}
