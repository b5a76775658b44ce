package org.dicompreview.rendering;

import java.io.IOException;

import org.dicompreview.dicom.InstanceHeader;

/** Reads grayscale softcopy presentation states (PS3.3 A.33.1). An OSGi service; for any thread but the UI thread. */
public interface PresentationStates {

	/** {@return whether {@link #read} understands an instance} @param header of the instance */
	boolean isState(InstanceHeader header);

	/**
	 * Reads a presentation state.
	 *
	 * @param header of the instance
	 * @return the state
	 * @throws IOException if the file cannot be read
	 */
	PresentationState read(InstanceHeader header) throws IOException;
}
