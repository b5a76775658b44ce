package org.dicompreview.dicom.internal.parse;

import org.dicompreview.dicom.internal.model.BlockWriter;

/** Takes the items of the per-frame functional groups one by one. */
interface FrameCollector {

	/** {@return where each item is written to} */
	BlockWriter writer();

	/** The writer holds the next item. */
	void itemIsComplete();
}
