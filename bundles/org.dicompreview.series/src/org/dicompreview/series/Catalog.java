package org.dicompreview.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All that was found under a set of roots. Thread-safe. Instances of one series found under several roots are one
 * series. What tells things apart:
 * <ul>
 * <li>A series: its study and Series Instance UID. Where somebody gave one UID to several studies there are several
 * series, each with a {@link Finding} that says so.
 * <li>A study: Study Instance UID and Patient ID. An image never comes under another patient's ID, whatever UIDs it
 * has in common with his images. Within a study a Patient ID is one patient, however the name is spelled. Images
 * without Patient ID belong to the patient of that name who has none either.
 * <li>A patient: Patient ID with its issuer, and the name but for its spelling (case, accents, punctuation, middle
 * names), since many institutions count from 1. Without Patient ID the whole name and the birth date.
 * </ul>
 */
@ProviderType
public interface Catalog {

	/** {@return the patients, by name, then by id} */
	List<Patient> patients();

	/**
	 * {@return all series, in the order of the tree: by patient, study and number}
	 *
	 * @since 0.1.0
	 */
	List<Series> series();

	/**
	 * {@return the series that have an instance of a root, in the order of the tree}
	 *
	 * @param root as it was added
	 * @since 0.1.0
	 */
	List<Series> series(InstanceLocation root);

	/** As {@link #series(InstanceLocation)}, for a folder, archive or file. @since 0.1.0 */
	default List<Series> series(Path root) {
		return series(FileLocation.unseen(root));
	}

	/**
	 * {@return the roots under which an instance was found, in the order of their addition; empty if it is gone}
	 *
	 * @param instance the instance, for example that of a {@link Slice}
	 * @since 0.1.0
	 */
	List<InstanceLocation> roots(InstanceHeader instance);

	/** {@return the series with this Series Instance UID, the first in the order of the tree if there are several} */
	Optional<Series> series(String uid);

	/**
	 * {@return the series with this Series Instance UID; if there are several, the one that holds an instance}
	 *
	 * @param uid            Series Instance UID
	 * @param sopInstanceUid SOP Instance UID; if no series holds it, the first one is the answer
	 */
	Optional<Series> series(String uid, String sopInstanceUid);

	/**
	 * Adds instances of a root.
	 *
	 * @param root      what was opened
	 * @param instances their headers
	 */
	void add(InstanceLocation root, Collection<InstanceHeader> instances);

	/** As {@link #add(InstanceLocation, Collection)}, for a folder, archive or file. */
	default void add(Path root, Collection<InstanceHeader> instances) {
		add(FileLocation.unseen(root), instances);
	}

	/** Gets the instances of a series. */
	@FunctionalInterface
	interface Filler {

		/** {@return the headers of all instances of a series} @throws IOException if they cannot be had now */
		List<InstanceHeader> fill(ListedSeries series) throws IOException;
	}

	/**
	 * Adds series whose instances are not known yet: whoever first asks for the stacks of one has them got. What is listed
	 * already stays as it is, unless the number of its instances is another one now.
	 *
	 * @param root   what was opened
	 * @param series the series
	 * @param filler gets their instances
	 * @since 0.1.0
	 */
	void list(InstanceLocation root, Collection<ListedSeries> series, Filler filler);

	/** {@return where the series lie that are listed for a root} @since 0.1.0 */
	List<InstanceLocation> listed(InstanceLocation root);

	/** Removes series that are listed for a root, with their instances. @param series where they lie @since 0.1.0 */
	void unlist(InstanceLocation root, Collection<InstanceLocation> series);

	/** Removes all instances and listed series of a root, and series, studies and patients that are empty then. */
	void remove(InstanceLocation root);

	/** As {@link #remove(InstanceLocation)}, for a folder, archive or file. */
	default void remove(Path root) {
		remove(FileLocation.unseen(root));
	}

	/**
	 * Removes instances that are gone or have changed.
	 *
	 * @param root      the root
	 * @param locations as in {@link InstanceHeader#location()}
	 */
	void remove(InstanceLocation root, Collection<InstanceLocation> locations);

	/** As {@link #remove(InstanceLocation, Collection)}, for a folder, archive or file. */
	default void remove(Path root, Collection<InstanceLocation> locations) {
		remove(FileLocation.unseen(root), locations);
	}

	/** {@return the instances of a root, in the order of their addition} */
	List<InstanceHeader> instances(InstanceLocation root);

	/** As {@link #instances(InstanceLocation)}, for a folder, archive or file. */
	default List<InstanceHeader> instances(Path root) {
		return instances(FileLocation.unseen(root));
	}

	/**
	 * Adds a listener that is called after every change, on the thread that made it.
	 *
	 * @param listener called without locks held; it must be quick
	 */
	void addListener(Runnable listener);

	/** Removes a listener. */
	void removeListener(Runnable listener);
}
