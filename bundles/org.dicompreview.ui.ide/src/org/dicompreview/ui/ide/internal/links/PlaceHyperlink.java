package org.dicompreview.ui.ide.internal.links;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.osgi.util.NLS;

/** A text that leads to a DICOM file. @param target what it leads to @param opens opens that */
record PlaceHyperlink(IRegion region, String target, Runnable opens) implements IHyperlink {

	@Override
	public IRegion getHyperlinkRegion() {
		return region;
	}

	@Override
	public String getTypeLabel() {
		return null; // it is the only one of its kind
	}

	@Override
	public String getHyperlinkText() {
		return NLS.bind(Messages.PlaceHyperlink_text, target);
	}

	@Override
	public void open() {
		opens.run();
	}
}
