package org.dicompreview.series.document;

import java.io.IOException;
import java.util.ServiceLoader;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads what objects without pictures hold. An OSGi service; for any thread but the UI thread. Whatever a file says, an
 * outline has at most {@value #ENTRIES} lines and waveforms at most {@value #SAMPLES} samples.
 *
 * @since 0.1.0
 */
@ProviderType
public interface InstanceDocuments {

	/** Most lines of an outline. */
	int ENTRIES = 20_000;

	/** Most samples of all channels of an instance. */
	int SAMPLES = 8_000_000;

	/**
	 * {@return what reads documents outside OSGi}
	 *
	 * @param readers read the files, for example {@link DicomReaders#standalone()}
	 */
	static InstanceDocuments standalone(DicomReaders readers) {
		return ServiceLoader.load(Factory.class, Factory.class.getClassLoader()).findFirst().orElseThrow().create(readers);
	}

	/** Makes what reads documents. */
	@ProviderType
	interface Factory {

		/** As {@link InstanceDocuments#standalone}. */
		InstanceDocuments create(DicomReaders readers);
	}

	/**
	 * Reads what an instance holds, of any kind.
	 *
	 * @param header of the instance
	 * @return what it holds; of a damaged file what could be read, with its problem
	 * @throws IOException if the file cannot be read
	 */
	InstanceDocument read(InstanceHeader header) throws IOException;

	/**
	 * Reads the document of another format that an instance carries.
	 *
	 * @param header of the instance
	 * @return its bytes, as they were before they were put into the instance
	 * @throws IOException if the file cannot be read, or carries none
	 */
	byte[] readAttachment(InstanceHeader header) throws IOException;
}
