package org.dicompreview.series.spi;

import java.io.IOException;
import java.util.List;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.ListedSeries;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A source that knows what it holds and needs no scan: an archive on a server, for example. It lists series; the instances of
 * one are asked for when somebody looks at it. Its locations are opened as roots, see {@link RootProvider}. For several
 * threads, never on the UI thread.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface RootSource extends InstanceSource {

	/** Hears what there is. Calls come in batches, one at a time. */
	@ProviderType
	interface Listing {

		/** Series that are there. */
		void series(List<ListedSeries> batch);

		/** Something that cannot be listed. */
		void problem(InstanceLocation location, Problem problem);

		/** {@return whether to stop} */
		boolean cancelled();
	}

	/**
	 * Lists the series of a root.
	 *
	 * @param root    a location of this source
	 * @param readers make attributes of bytes
	 * @param limits  bounds
	 * @param listing hears of them
	 * @throws IOException if the source cannot be reached; what was listed before stays
	 */
	void list(InstanceLocation root, DicomReaders readers, ReadLimits limits, Listing listing) throws IOException;

	/**
	 * {@return the headers of all instances of a series; their locations are of this source}
	 *
	 * @param series  as it was listed
	 * @param readers make headers of bytes
	 * @param limits  bounds
	 * @throws IOException if the source cannot be reached
	 */
	List<InstanceHeader> fill(ListedSeries series, DicomReaders readers, ReadLimits limits) throws IOException;
}
