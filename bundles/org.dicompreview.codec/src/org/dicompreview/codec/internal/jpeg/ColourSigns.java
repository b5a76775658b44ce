package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.codec.internal.Photometrics;
import org.dicompreview.codec.internal.stream.FrameHeader;
import org.dicompreview.codec.internal.stream.Marker;
import org.dicompreview.codec.internal.stream.Segment;
import org.dicompreview.dicom.Photometric;

/**
 * What a codestream itself tells of its colours. It knows better than the data set, whose Photometric Interpretation often
 * is a leftover from before compression.
 */
final class ColourSigns {

	private static final int NO_TRANSFORM = 0;
	private static final int UNKNOWN = -1;
	private static final int ADOBE_TRANSFORM = 11;

	private boolean jfif;
	private int adobeTransform = UNKNOWN;

	/** Looks at an application segment. */
	void read(Segment segment) {
		if (segment.marker() == Marker.APP0 && segment.startsWith("JFIF")) {
			jfif = true;
		} else if (segment.marker() == Marker.APP14 && segment.startsWith("Adobe")
				&& segment.length() > ADOBE_TRANSFORM) { // one that is cut off before tells nothing
			adobeTransform = segment.data()[segment.start() + ADOBE_TRANSFORM] & 0xFF;
		}
	}

	/**
	 * {@return what the values are}
	 *
	 * @param header the frame header
	 * @param stated what the data set states
	 */
	Photometric actual(FrameHeader header, Photometric stated) {
		if (header.components().size() != 3) {
			return Photometrics.plausible(stated, header.components().size());
		}
		boolean lossless = header.marker() == Marker.SOF3;
		if (adobeTransform != UNKNOWN) {
			return adobeTransform == NO_TRANSFORM ? untransformed(stated) : Photometric.YBR_FULL;
		}
		if (isSubsampled(header) || jfif && !lossless) {
			return isPartial(stated) && !jfif ? stated : Photometric.YBR_FULL;
		}
		if (hasIdentifiers(header, 'R', 'G', 'B')) {
			return untransformed(stated);
		}
		return switch (stated) {
			case RGB, HSV, YBR_FULL, YBR_PARTIAL_422, YBR_PARTIAL_420 -> stated;
			case YBR_FULL_422, YBR_ICT, YBR_RCT -> Photometric.YBR_FULL;
			default -> lossless || !hasIdentifiers(header, 1, 2, 3) ? Photometric.RGB : Photometric.YBR_FULL;
		};
	}

	private static Photometric untransformed(Photometric stated) {
		return stated == Photometric.HSV ? stated : Photometric.RGB;
	}

	private static boolean isPartial(Photometric stated) {
		return stated == Photometric.YBR_PARTIAL_422 || stated == Photometric.YBR_PARTIAL_420;
	}

	/** Nobody takes away samples of a primary colour. */
	private static boolean isSubsampled(FrameHeader header) {
		FrameHeader.Component first = header.components().get(0);
		return header.components().stream()
				.anyMatch(each -> each.horizontal() < first.horizontal() || each.vertical() < first.vertical());
	}

	private static boolean hasIdentifiers(FrameHeader header, int first, int second, int third) {
		return header.components().get(0).id() == first && header.components().get(1).id() == second
				&& header.components().get(2).id() == third;
	}
}
