package org.dicompreview.rendering;

import java.io.IOException;
import java.util.ServiceLoader;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.osgi.annotation.versioning.ProviderType;

/** Reads grayscale softcopy presentation states (PS3.3 A.33.1). An OSGi service; for any thread but the UI thread. */
@ProviderType
public interface PresentationStates {

	/**
	 * {@return presentation states for use outside OSGi}
	 *
	 * @param readers read the files, for example {@link DicomReaders#standalone()}
	 */
	static PresentationStates standalone(DicomReaders readers) {
		return ServiceLoader.load(Factory.class, Factory.class.getClassLoader()).findFirst().orElseThrow().create(readers);
	}

	/** Makes what reads presentation states. */
	@ProviderType
	interface Factory {

		/** As {@link PresentationStates#standalone}. */
		PresentationStates create(DicomReaders readers);
	}

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
