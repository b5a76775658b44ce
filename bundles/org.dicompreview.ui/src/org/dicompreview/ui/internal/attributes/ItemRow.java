package org.dicompreview.ui.internal.attributes;

import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Tag;
import org.eclipse.osgi.util.NLS;

/** An item of a sequence. */
final class ItemRow extends Row {

	private final DataSet item;
	private final int index;

	ItemRow(Row parent, DataSet item, int index) {
		super(parent, index, 0);
		this.item = item;
		this.index = index;
	}

	@Override
	String tag() {
		return NLS.bind(Messages.ItemRow_item, Integer.toString(index + 1));
	}

	/** {@return the meaning of a code, else nothing} */
	@Override
	String shown() {
		return item.string(Tag.CODE_MEANING).orElse(""); //$NON-NLS-1$
	}

	@Override
	List<String> details() {
		return List.of(tag(), NLS.bind(Messages.ItemRow_elements, Integer.toString(item.elements().size())));
	}

	@Override
	boolean hasChildren() {
		return !item.elements().isEmpty();
	}

	@Override
	List<Row> children() {
		return Row.of(this, item);
	}
}
