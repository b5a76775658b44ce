package org.dicompreview.ui.ide.internal.compare;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.eclipse.compare.ITypedElement;
import org.eclipse.swt.graphics.Image;

/**
 * A series or an instance that is compared.
 *
 * @param name     for people
 * @param location of the instance whose attributes are compared
 * @param series   whose images are compared; {@code null} for those of the instance alone
 * @param stack    the stack to show; {@code null} for the first one
 */
record DicomElement(String name, InstanceLocation location, Series series, SliceStack stack) implements ITypedElement {

	/** What Eclipse's Compare knows our viewers by where there is no content to look at. */
	static final String TYPE = "dcm"; //$NON-NLS-1$

	@Override
	public String getName() {
		return name;
	}

	@Override
	public Image getImage() {
		return null;
	}

	@Override
	public String getType() {
		return TYPE;
	}
}
