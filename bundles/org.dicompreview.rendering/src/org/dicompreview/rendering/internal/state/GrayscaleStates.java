package org.dicompreview.rendering.internal.state;

import java.io.IOException;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.internal.cache.ParsedDataSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads presentation states as data sets. */
@Component(service = PresentationStates.class)
public final class GrayscaleStates implements PresentationStates {

	private static final String GRAYSCALE_SOFTCOPY_PRESENTATION_STATE = "1.2.840.10008.5.1.4.1.1.11.1";

	private final DicomReaders reader;

	/** Made by OSGi. */
	@Activate
	public GrayscaleStates(@Reference DicomReaders reader) {
		this.reader = reader;
	}

	@Override
	public boolean isState(InstanceHeader header) {
		return GRAYSCALE_SOFTCOPY_PRESENTATION_STATE.equals(header.sopClassUid());
	}

	@Override
	public PresentationState read(InstanceHeader header) throws IOException {
		return new GrayscaleState(new ParsedDataSet(reader, header.location(),
				reader.readDataSet(header.location(), reader.limits())));
	}
}
