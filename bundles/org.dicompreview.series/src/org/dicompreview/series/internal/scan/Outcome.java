package org.dicompreview.series.internal.scan;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.spi.Source;

/** What became of one file or folder. */
sealed interface Outcome {

	/**
	 * An instance.
	 *
	 * @param header    its header
	 * @param preferred whether the preferred reader has read it
	 */
	record Found(InstanceHeader header, boolean preferred) implements Outcome {
	}

	/** Not readable, with the reason. */
	record Broken(InstanceLocation location, Problem problem) implements Outcome {
	}

	/** Not there although something says that it is, with what that is. */
	record Missing(InstanceLocation location, Problem problem) implements Outcome {
	}

	/** Not DICOM. */
	record Foreign(InstanceLocation location) implements Outcome {
	}

	/** A DICOMDIR. */
	record MediaDirectory(InstanceLocation location) implements Outcome {
	}

	/** What a source looks into. */
	record Container(InstanceLocation location, Source source) implements Outcome {
	}
}
