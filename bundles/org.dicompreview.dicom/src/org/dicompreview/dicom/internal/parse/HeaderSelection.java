package org.dicompreview.dicom.internal.parse;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.model.BlockWriter;
import org.dicompreview.dicom.spi.HeaderContent;

/** Keeps what a header holds ({@link HeaderContent}). */
enum HeaderSelection implements ElementSelection {

	/** The one instance. */
	INSTANCE;

	@Override
	public int keep(int tag, VR vr, long length) {
		return switch (HeaderContent.of(tag, vr, length)) {
			case NOTHING -> NOTHING;
			case PRESENCE -> 0;
			case VALUE -> length < 0 || length > HeaderContent.LONGEST ? HeaderContent.LONGEST : (int) length;
		};
	}

	/** What describes an image stands in front of its pixels, unless a writer has put them anywhere. */
	@Override
	public AtPixels atPixels(BlockWriter read) {
		return read.has(Tag.ROWS) && read.has(Tag.COLUMNS) ? AtPixels.STOP : AtPixels.PASS;
	}
}
