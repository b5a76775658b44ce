package org.dicompreview.dicom;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes the locations of instances that lie together, from what was remembered of them.
 *
 * @since 0.1.0
 */
@ConsumerType
@FunctionalInterface
public interface InstanceFolder {

	/**
	 * {@return a location}
	 *
	 * @param name         as {@link InstanceLocation#name()} gave it
	 * @param size         number of bytes
	 * @param lastModified in ms since 1970
	 * @throws IllegalArgumentException if nothing can have such a name
	 */
	InstanceLocation locate(String name, long size, long lastModified);
}
