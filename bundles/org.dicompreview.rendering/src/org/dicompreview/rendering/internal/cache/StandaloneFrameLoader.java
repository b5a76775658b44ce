package org.dicompreview.rendering.internal.cache;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.FrameLoader;

/** Makes loaders where there is no OSGi. */
public final class StandaloneFrameLoader implements FrameLoader.Factory {

	@Override
	public FrameLoader create(DicomReaders readers, FrameDecoders decoders) {
		return new SharedFrameLoader(readers, decoders);
	}
}
