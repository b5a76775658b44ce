package org.dicompreview.dicom.compare;

import java.util.function.Predicate;

import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.VR;

/**
 * Elements that differ between any two instances, so that a comparison may leave them out.
 *
 * @since 0.1.0
 */
public enum Ignored implements Predicate<Element> {

	/** Identifiers of instances, series, studies, frames of reference and the like; not those that the standard defines. */
	UIDS {
		@Override
		public boolean test(Element element) {
			return element.vr() == VR.UI && element.values().stream().noneMatch(uid -> uid.startsWith(STANDARD));
		}
	},
	/** Dates and times: VR DA, TM and DT. */
	DATES {
		@Override
		public boolean test(Element element) {
			return element.vr() == VR.DA || element.vr() == VR.TM || element.vr() == VR.DT;
		}
	};

	/** All UIDs of the standard begin so (PS3.5 section 9). */
	private static final String STANDARD = "1.2.840.10008."; //$NON-NLS-1$
}
