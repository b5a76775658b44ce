package org.dicompreview.rendering.overlay;

import org.dicompreview.dicom.TextKey;

/**
 * Names of overlays.
 *
 * @since 0.1.0
 */
public enum OverlayText implements TextKey {

	/** Dose. */
	DOSE,
	/** … Gy. */
	GRAY,
	/** … % (…). */
	LEVEL,
	/** Structure …. */
	STRUCTURE
}
