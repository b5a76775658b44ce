package org.dicompreview.dicom;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An exception that says as a value what is wrong.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface HasProblem {

	/** {@return what is wrong} */
	Problem problem();
}
