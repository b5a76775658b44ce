package org.dicompreview.series.spi;

import java.io.IOException;
import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks into what holds instances and is no folder: an archive, for example. A scan asks the sources about each file that is
 * not DICOM, also about those that another source has listed. An OSGi service, asked in descending
 * {@code service.ranking}; for several threads, never on the UI thread.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface Source {

	/** What a source has found. Instances come in batches, in the order in which they shall be read. */
	@ProviderType
	interface Listing {

		/** Instances, or what may be some. */
		void instances(List<InstanceLocation> batch);

		/** Instances whose headers the source has already, so that nobody has to open them. */
		void headers(List<InstanceHeader> batch);

		/**
		 * Something that is not worth opening, or must not be.
		 *
		 * @param location where it is
		 * @param problem  why
		 */
		void problem(InstanceLocation location, Problem problem);

		/** {@return whether to stop listing} */
		boolean cancelled();
	}

	/**
	 * {@return whether this source looks into what lies at a location; quick, by the name if that will do}
	 *
	 * @throws IOException if it cannot be told
	 */
	boolean accepts(InstanceLocation container) throws IOException;

	/**
	 * {@return whether this source looks into what somebody has opened by itself, by its content if need be}
	 *
	 * @param root no instance
	 * @throws IOException if it cannot be told
	 */
	default boolean acceptsRoot(InstanceLocation root) throws IOException {
		return accepts(root);
	}

	/**
	 * Lists all that lies at a location. Whatever that holds, listing ends, and takes memory and room on disk within bounds.
	 *
	 * @param container a location that this source accepts
	 * @param listing   hears what is found
	 * @throws IOException if it cannot be read; what was listed before stays
	 */
	void list(InstanceLocation container, Listing listing) throws IOException;
}
