package org.dicompreview.rendering.internal.overlay;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.overlay.ImageOverlays;

/** Makes what finds overlays where there is no OSGi. */
public final class StandaloneOverlays implements ImageOverlays.Factory {

	@Override
	public ImageOverlays create(DicomReaders readers, FrameLoader loader) {
		return new OverlayFinder(readers, loader);
	}
}
