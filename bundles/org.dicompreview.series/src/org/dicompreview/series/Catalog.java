package org.dicompreview.series;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;

/**
 * All that was found under a set of roots. Thread-safe. Instances of one series found under several roots are one
 * series.
 */
public interface Catalog {

	/** {@return the patients, by name, then by id} */
	List<Patient> patients();

	/** {@return the series with this Series Instance UID} */
	Optional<Series> series(String uid);

	/**
	 * Adds instances of a root.
	 *
	 * @param root      the folder, archive or file that was opened
	 * @param instances their headers
	 */
	void add(Path root, Collection<InstanceHeader> instances);

	/** Removes all instances of a root, and series, studies and patients that are empty then. */
	void remove(Path root);

	/**
	 * Removes the instances of files that are gone or have changed.
	 *
	 * @param root  the root
	 * @param files paths as in {@link InstanceHeader#path()}
	 */
	void remove(Path root, Collection<Path> files);

	/** {@return the instances of a root, in the order of their addition} */
	List<InstanceHeader> instances(Path root);

	/**
	 * Adds a listener that is called after every change, on the thread that made it.
	 *
	 * @param listener called without locks held; it must be quick
	 */
	void addListener(Runnable listener);

	/** Removes a listener. */
	void removeListener(Runnable listener);
}
