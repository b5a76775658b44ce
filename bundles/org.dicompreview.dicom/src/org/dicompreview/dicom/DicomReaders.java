package org.dicompreview.dicom;

import java.util.List;

import org.dicompreview.dicom.internal.RankedReaders;

/**
 * All readers that are there, as one: the preferred reader first, and for a file that it fails on the next one, with a
 * note ({@link InstanceHeader#note()}, {@link PixelSource#note()}). An OSGi service that follows the {@link DicomReader}
 * services as they come and go; {@link #of} makes one without OSGi. For several threads.
 */
public interface DicomReaders extends DicomReader {

	/** {@return the readers, those that are preferred first: the chosen one, then by service ranking} */
	List<DicomReader> readers();

	/** {@return the readers by service ranking, whatever is chosen} */
	List<DicomReader> ranked();

	/**
	 * Chooses the reader that comes first.
	 *
	 * @param reader the {@link DicomReader#name()}; empty text for the order of the service rankings. A reader that is
	 *               not there counts as soon as it comes
	 */
	void prefer(String reader);

	/** {@return the note for what one reader did instead of another, for people} */
	static String note(DicomReader reader, DicomReader failed, Exception reason) {
		return RankedReaders.note(reader, failed, reason);
	}

	/**
	 * {@return a fixed set of readers}
	 *
	 * @param readers the readers, those that are preferred first
	 */
	static DicomReaders of(List<DicomReader> readers) {
		return RankedReaders.of(readers);
	}
}
