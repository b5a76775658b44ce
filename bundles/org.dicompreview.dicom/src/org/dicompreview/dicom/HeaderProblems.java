package org.dicompreview.dicom;

import java.util.Optional;

import org.dicompreview.dicom.internal.parse.HeaderCheck;

/**
 * Finds values in a header that contradict the standard, each other or the pixel data so much that somebody has to know,
 * even where the image can be shown: for readers that do not look for them themselves.
 */
public final class HeaderProblems {

	private HeaderProblems() {
	}

	/**
	 * {@return the first problem of a header, with the tag, but without a byte offset}
	 *
	 * @param header the header, with the place of its pixel data if it has any
	 */
	public static Optional<DicomException> of(InstanceHeader header) {
		int tag = header.pixelLocation().map(PixelLocation::tag).orElse(0);
		return HeaderCheck.of(header, header.transferSyntax(), tag, available(header))
				.map(complaint -> complaint.note() ? DicomException.asNote(complaint.text(), header.path(), complaint.tag(), -1)
						: new DicomException(complaint.text(), header.path(), complaint.tag(), -1));
	}

	/** {@return the bytes of native pixel data that are there; -1 if they are encapsulated} */
	private static long available(InstanceHeader header) {
		if (header.pixelLocation().isEmpty()) {
			return 0;
		}
		PixelLocation pixels = header.pixelLocation().get();
		TransferSyntax syntax = header.transferSyntax();
		if (pixels.length() < 0 || syntax.encapsulated()) {
			return -1;
		}
		return syntax.deflated() ? pixels.length() : Math.min(pixels.length(), header.size() - pixels.position());
	}
}
