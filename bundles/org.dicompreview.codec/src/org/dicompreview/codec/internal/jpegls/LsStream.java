package org.dicompreview.codec.internal.jpegls;

import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.internal.stream.FrameHeader;
import org.dicompreview.dicom.Photometric;

/**
 * What the markers of a JPEG-LS stream say.
 *
 * @param header    precision and components
 * @param columns   width
 * @param rows      height
 * @param scans     the scans in order
 * @param transform colour transform of HP's encoder 0-3, 0 for none
 * @param colour    the colour space that a SPIFF header states
 */
record LsStream(FrameHeader header, int columns, int rows, List<LsScan> scans, int transform,
		Optional<Photometric> colour) {
}
