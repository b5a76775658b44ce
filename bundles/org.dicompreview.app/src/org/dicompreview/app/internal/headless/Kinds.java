package org.dicompreview.app.internal.headless;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;

/** What an instance without images is. */
final class Kinds {

	private Kinds() {
	}

	/** {@return the kind for the status column} */
	static String of(InstanceHeader header) {
		String kind = DataDictionary.uidName(header.sopClassUid()).or(() -> header.string(Tag.MODALITY)).orElse(""); //$NON-NLS-1$
		return "no pixels" + (kind.isEmpty() ? "" : ": " + kind); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
