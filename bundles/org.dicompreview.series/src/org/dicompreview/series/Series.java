package org.dicompreview.series;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One series: a thread-safe view of what a {@link Catalog} holds under one Series Instance UID in one study of one
 * patient; it grows while a scan runs. Identity is stable: the same object as long as the catalog holds any of its instances.
 */
@ProviderType
public interface Series {

	/** {@return Series Instance UID; empty text where the files have none} */
	String uid();

	/** {@return the study} */
	Study study();

	/** {@return Series Number (0020,0011)} */
	OptionalInt number();

	/** {@return Modality (0008,0060), or empty text} */
	String modality();

	/** {@return Series Description (0008,103E), or empty text} */
	String description();

	/** {@return Series Date and Time as {@code YYYYMMDD} or {@code YYYYMMDDHHMMSS}, or empty text} */
	String date();

	/**
	 * {@return whether all instances are known; if not, {@link #stacks()} gets them first from where they lie}
	 *
	 * @since 0.1.0
	 */
	default boolean isFilled() {
		return true;
	}

	/**
	 * {@return why its instances could not be had when they were last asked for; absent if they could}
	 *
	 * @since 0.1.0
	 */
	default Optional<Problem> problem() {
		return Optional.empty();
	}

	/** {@return all instances found so far, those without pixels included} */
	List<InstanceHeader> instances();

	/**
	 * {@return the instances that are identical copies of others, each with the one of which it is: the same SOP Instance
	 * UID and the same data set to the byte. They are shown once. Takes time as {@link #stacks()} does: files that share
	 * their UID and length are read}
	 */
	default Map<InstanceHeader, InstanceHeader> copies() {
		return Map.of();
	}

	/** {@return instances without pixels} */
	List<InstanceHeader> documents();

	/**
	 * {@return number of slices over all stacks, cheap: it orders nothing; copies that are not known yet count too. Of a series
	 * that is not filled the number of instances}
	 */
	int imageCount();

	/**
	 * {@return the stacks of what has been found so far; grouped and ordered at the first call after a change, which
	 * takes time for large series (not on the UI thread), then remembered}
	 */
	List<SliceStack> stacks();

	/**
	 * {@return what a person should know about the files of this series as a whole: contradictions and duplicates,
	 * those without pixels included; takes time for large series}
	 */
	List<Finding> findings();

	/**
	 * {@return a number that changes whenever the instances, the rules that arrange them, or what is to say about them as a
	 * whole change}
	 */
	int version();

	/**
	 * {@return the ways in which the images can be ordered, the one that is taken where nobody chooses before the others; takes
	 * time for large series (not on the UI thread), then remembered}
	 *
	 * @since 0.1.0
	 */
	default List<Ordering> orderings() {
		return List.of();
	}

	/**
	 * {@return the id of the {@link Ordering} that somebody has chosen; absent if nobody did}
	 *
	 * @since 0.1.0
	 */
	default Optional<String> ordering() {
		return Optional.empty();
	}

	/**
	 * Orders the images by one of {@link #orderings()}: stacks are made anew when they are next asked for, and listeners of
	 * the catalog hear of it. A series without UID stays as it is.
	 *
	 * @param id of the ordering; absent for what is taken where nobody chooses
	 * @since 0.1.0
	 */
	default void order(Optional<String> id) {
		// It has one order only.
	}
}
