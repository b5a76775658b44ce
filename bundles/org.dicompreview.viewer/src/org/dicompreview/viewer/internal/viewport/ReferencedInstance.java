package org.dicompreview.viewer.internal.viewport;

import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Study;
import org.dicompreview.series.document.InstanceReference;

/**
 * An instance that another one refers to.
 *
 * @param series its series
 * @param header the instance
 * @param frame  the frame that is meant, from 0
 */
record ReferencedInstance(Series series, InstanceHeader header, int frame) {

	/** {@return what a reference leads to; absent if no series of the patient has it} */
	static Optional<ReferencedInstance> find(Patient patient, InstanceReference reference) {
		for (Study study : patient.studies()) {
			for (Series series : study.series()) {
				for (InstanceHeader header : series.instances()) {
					if (header.sopInstanceUid().equals(reference.sopInstanceUid())) {
						return Optional.of(new ReferencedInstance(series, header, frame(reference, header)));
					}
				}
			}
		}
		return Optional.empty();
	}

	private static int frame(InstanceReference reference, InstanceHeader header) {
		int frame = reference.frames().isEmpty() ? 0 : reference.frames().get(0) - 1;
		return frame >= 0 && frame < header.frameCount() ? frame : 0;
	}
}
