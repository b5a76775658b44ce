package org.dicompreview.codec.internal;

import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.stream.Marker;
import org.dicompreview.codec.internal.stream.MarkerReader;
import org.dicompreview.codec.internal.stream.Segment;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.TransferSyntax;

/** What a frame looks like, whatever transfer syntax the data set states. */
final class CodestreamSigns {

	private static final int START_OF_IMAGE = 0xFFD8;
	private static final long JPEG_2000 = 0xFF4FFF51L;
	private static final long JP2 = 0x6A502020L;
	private static final long JPEG_XL = 0xFF0AL;
	private static final long JXL = 0x4A584C20L;
	private static final int BOX_TYPE = 4;

	private CodestreamSigns() {
	}

	/**
	 * {@return one of the transfer syntaxes of the family that the frame belongs to by its first bytes or its length}
	 */
	static Optional<TransferSyntax> syntaxOf(EncodedFrame frame) {
		long start = number(frame, 0);
		if (start == JPEG_2000 || number(frame, BOX_TYPE) == JP2) {
			return syntax("1.2.840.10008.1.2.4.90");
		}
		if (start >>> 16 == JPEG_XL || number(frame, BOX_TYPE) == JXL) {
			return syntax("1.2.840.10008.1.2.4.110");
		}
		if (start >>> 16 == START_OF_IMAGE) {
			return jpeg(frame);
		}
		long expected = (frame.format().nativeFrameBits() + 7) / 8;
		return frame.length() == expected || frame.length() == expected + (expected & 1) ? syntax("1.2.840.10008.1.2.1")
				: Optional.empty();
	}

	private static Optional<TransferSyntax> jpeg(EncodedFrame frame) {
		MarkerReader markers = new MarkerReader(frame.bytes(), frame.offset(), frame.length());
		try {
			for (Optional<Segment> next = markers.next(); next.isPresent(); next = markers.next()) {
				int marker = next.get().marker();
				if (Marker.isStartOfFrame(marker)) {
					return syntax(marker == Marker.SOF55 ? "1.2.840.10008.1.2.4.80" : "1.2.840.10008.1.2.4.50");
				}
			}
		} catch (DecodeException e) { // what the decoder of the stated syntax says of this frame is the better reason
			return Optional.empty();
		}
		return Optional.empty();
	}

	private static Optional<TransferSyntax> syntax(String uid) {
		return Optional.of(TransferSyntax.of(uid));
	}

	/** Four bytes as a number, -1 if they are not there. */
	private static long number(EncodedFrame frame, int at) {
		if (at > frame.length() - 4) {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < 4; i++) {
			number = number << 8 | frame.bytes()[frame.offset() + at + i] & 0xFF;
		}
		return number;
	}
}
