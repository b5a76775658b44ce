package org.dicompreview.dicom;

import java.io.IOException;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where instances lie: the files of this computer, an archive, a server. Gives the bytes of each. Equal to another one if
 * both lead to the same place; for several threads.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface InstanceSource {

	/** {@return what tells this source from all others, the same after a restart, for example {@code zip:/data/study.zip}} */
	String id();

	/**
	 * Opens an instance for positioned reads. Never called on the UI thread.
	 *
	 * @param location a location of this source
	 * @return its bytes; the caller closes them
	 * @throws IOException if it cannot be opened
	 */
	InstanceBytes open(InstanceLocation location) throws IOException;
}
