package org.dicompreview.dicom.spi;

import java.util.Optional;
import java.util.ServiceLoader;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.InstanceHeader;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds values in a header that contradict the standard, each other or the pixel data so much that somebody has to know,
 * even where the image can be shown: for readers that do not look for them themselves. An OSGi service; for any thread.
 *
 * @since 0.1
 */
@ProviderType
public interface HeaderProblems {

	/** {@return the service, also outside OSGi} */
	static HeaderProblems standalone() {
		return ServiceLoader.load(HeaderProblems.class, HeaderProblems.class.getClassLoader()).findFirst().orElseThrow();
	}

	/**
	 * {@return the first problem of a header, with the tag, but without a byte offset}
	 *
	 * @param header the header, with the place of its pixel data if it has any
	 */
	Optional<Problem> of(InstanceHeader header);
}
