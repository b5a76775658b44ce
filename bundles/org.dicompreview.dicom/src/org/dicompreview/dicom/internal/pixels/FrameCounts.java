package org.dicompreview.dicom.internal.pixels;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Tag;

/** How many frames a file can hold, whatever Number of Frames says. */
public final class FrameCounts {

	/** The header of a fragment, which may be empty. */
	private static final int SMALLEST_ENCODED_FRAME = 8;

	private FrameCounts() {
	}

	/**
	 * {@return the number of frames, at least 1}
	 *
	 * @param attributes   of the instance
	 * @param pixelTag     which pixel data attribute there is
	 * @param available    bytes of it that the file holds
	 * @param encapsulated whether they are fragments
	 */
	public static int of(Attributes attributes, int pixelTag, long available, boolean encapsulated) {
		int stated = attributes.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
		if (stated <= 1) {
			return 1;
		}
		if (encapsulated) {
			return atMost(stated, available / SMALLEST_ENCODED_FRAME);
		}
		try {
			PixelFormat format = PixelFormats.of(attributes, PixelFormats.kind(pixelTag), null);
			long bits = format.nativeFrameBits();
			return atMost(stated, bits > 0 ? (available * 8 + bits - 1) / bits : 1);
		} catch (DicomException e) {
			return atMost(stated, available); // the frames can't be shown; that is said when they are opened
		}
	}

	private static int atMost(int stated, long possible) {
		return (int) Math.max(1, Math.min(stated, possible));
	}
}
