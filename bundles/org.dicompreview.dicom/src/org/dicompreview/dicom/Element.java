package org.dicompreview.dicom;

import java.util.List;

/**
 * One data element (PS3.5 section 7.1). Immutable.
 *
 * @param tag     group and element
 * @param vr      value representation, as stated or from the dictionary
 * @param length  value length in bytes, -1 for undefined (PS3.5 7.5)
 * @param offset  byte offset of the value in the file (in the inflated data set for deflated syntaxes)
 * @param creator private creator of a private element, else empty text
 * @param values  the values as text, for people: complete for short ones, the beginning for long and binary ones;
 *                empty for sequences
 * @param shortened whether {@code values} is only a beginning
 * @param items   the items of a sequence, else empty
 */
public record Element(int tag, VR vr, long length, long offset, String creator, List<String> values,
		boolean shortened, List<DataSet> items) {

	/** Copies the lists. */
	public Element {
		values = List.copyOf(values);
		items = List.copyOf(items);
	}
}
