package org.dicompreview.rendering.internal.state;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.PresentationStates;

/** Makes what reads presentation states where there is no OSGi. */
public final class StandalonePresentationStates implements PresentationStates.Factory {

	@Override
	public PresentationStates create(DicomReaders readers) {
		return new GrayscaleStates(readers);
	}
}
