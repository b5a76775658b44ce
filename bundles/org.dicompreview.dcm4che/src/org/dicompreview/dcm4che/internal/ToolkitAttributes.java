package org.dicompreview.dcm4che.internal;

import java.util.ArrayList;
import java.util.List;

import org.dcm4che3.data.Sequence;
import org.dicompreview.dicom.Attributes;

/** Attributes that dcm4che holds, read only. */
class ToolkitAttributes implements Attributes {

	private final org.dcm4che3.data.Attributes elements;

	/** @param elements that nobody changes any more */
	ToolkitAttributes(org.dcm4che3.data.Attributes elements) {
		this.elements = elements;
	}

	/** {@return the data set or item that answers for a tag} */
	org.dcm4che3.data.Attributes owner(int tag) {
		return elements;
	}

	@Override
	public boolean contains(int tag) {
		return owner(tag).contains(tag);
	}

	@Override
	public List<String> strings(int tag) {
		return Values.strings(owner(tag), tag);
	}

	@Override
	public double[] numbers(int tag) {
		return Values.numbers(owner(tag), tag);
	}

	@Override
	public List<Attributes> items(int tag) {
		if (!(owner(tag).getValue(tag) instanceof Sequence sequence)) {
			return List.of();
		}
		List<Attributes> items = new ArrayList<>(sequence.size());
		sequence.forEach(item -> items.add(new ToolkitAttributes(item)));
		return items;
	}
}
