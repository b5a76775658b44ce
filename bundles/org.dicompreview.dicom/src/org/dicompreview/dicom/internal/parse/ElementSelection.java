package org.dicompreview.dicom.internal.parse;

import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.model.BlockWriter;

/** Decides what a {@link TreeParser} keeps. */
interface ElementSelection {

	/** Not even that there is such an element. */
	int NOTHING = -1;

	/**
	 * {@return how many bytes of the value are kept, from its beginning; 0 for the presence of the element alone;
	 * {@link #NOTHING}; for sequences anything above 0 means their items}
	 *
	 * @param tag    the tag
	 * @param vr     its VR
	 * @param length length of the value; {@link ElementReader#UNDEFINED} for sequences
	 */
	int keep(int tag, VR vr, long length);

	/** What becomes of the pixel data at the top level. */
	enum AtPixels {
		/** Reading ends there. */
		STOP,
		/** They are passed over. */
		PASS,
		/** They are kept as any other element. */
		KEEP
	}

	/**
	 * {@return what becomes of the pixel data}
	 *
	 * @param read what was kept so far of the data set
	 */
	AtPixels atPixels(BlockWriter read);
}
