package org.dicompreview.series.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;

/** What the rules ask of an image. */
public final class Images {

	private Images() {
	}

	/** {@return whether an instance has images} */
	public static boolean has(InstanceHeader header) {
		return header.hasPixels();
	}

	/** {@return Modality (0008,0060), or empty text} */
	public static String modality(ImageFrame frame) {
		return frame.instance().string(Tag.MODALITY).orElse(""); //$NON-NLS-1$
	}

	/** {@return whether pixels have a colour, from a palette too} */
	public static boolean isColour(ImageFrame frame) {
		Photometric photometric = Photometric
				.of(frame.instance().string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(null));
		return photometric != Photometric.UNKNOWN && !photometric.isGrey();
	}

	/** {@return Rows, 0 where unknown} */
	public static int rows(ImageFrame frame) {
		return frame.instance().integer(Tag.ROWS).orElse(0);
	}

	/** {@return Columns, 0 where unknown} */
	public static int columns(ImageFrame frame) {
		return frame.instance().integer(Tag.COLUMNS).orElse(0);
	}

	/** {@return columns × rows for people} */
	public static String size(int columns, int rows) {
		return columns + "×" + rows; //$NON-NLS-1$
	}

	/** {@return whether the image is a tile of a whole slide (PS3.3 C.8.12.14)} */
	public static boolean isTile(ImageFrame frame) {
		return frame.instance().contains(Tag.TOTAL_PIXEL_MATRIX_COLUMNS);
	}

	/** {@return whether Image Type or Frame Type calls the image a localizer (PS3.3 C.7.6.1.1.2)} */
	public static boolean isLocalizer(ImageFrame frame) {
		List<String> type = frame.attributes().strings(Tag.FRAME_TYPE);
		return (type.isEmpty() ? frame.attributes().strings(Tag.IMAGE_TYPE) : type).contains("LOCALIZER"); //$NON-NLS-1$
	}

	/** {@return side and view for people, such as {@code R CC}; empty text where the image has neither} */
	public static String view(ImageFrame frame) {
		Attributes attributes = frame.attributes();
		String side = first(attributes, Tag.IMAGE_LATERALITY, Tag.FRAME_LATERALITY, Tag.LATERALITY);
		String view = attributes.string(Tag.VIEW_POSITION).or(() -> viewCode(frame)).orElse(""); //$NON-NLS-1$
		return (("U".equals(side) ? "" : side) + ' ' + view).strip(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Optional<String> viewCode(ImageFrame frame) {
		List<Attributes> codes = frame.attributes().items(Tag.VIEW_CODE_SEQUENCE);
		if (codes.isEmpty()) {
			return Optional.empty();
		}
		return codes.get(0).string(Tag.CODE_MEANING).map(meaning -> switch (meaning.toLowerCase(Locale.ROOT)) {
			case "cranio-caudal" -> "CC"; //$NON-NLS-1$ //$NON-NLS-2$
			case "medio-lateral oblique" -> "MLO"; //$NON-NLS-1$ //$NON-NLS-2$
			case "medio-lateral" -> "ML"; //$NON-NLS-1$ //$NON-NLS-2$
			case "latero-medial" -> "LM"; //$NON-NLS-1$ //$NON-NLS-2$
			default -> meaning;
		});
	}

	private static String first(Attributes attributes, int... tags) {
		for (int tag : tags) {
			Optional<String> value = attributes.string(tag);
			if (value.isPresent()) {
				return value.get();
			}
		}
		return ""; //$NON-NLS-1$
	}

	/**
	 * {@return what the frames of one object have in common: its concatenation (PS3.3 C.7.6.16.2.2.4), else the file}
	 */
	public static Object object(InstanceHeader instance) {
		Optional<String> concatenation = instance.string(Tag.CONCATENATION_UID);
		return concatenation.isPresent() ? concatenation.get() : instance.location();
	}

	/** {@return colour or grey, for people} */
	public static String colourName(boolean colour) {
		return Messages.text(colour ? "facet.colour" : "facet.grey"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
