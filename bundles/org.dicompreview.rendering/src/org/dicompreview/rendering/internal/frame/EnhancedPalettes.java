package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.color.Palette;

/**
 * Enhanced palettes (PS3.3 C.7.6.23): each type of data that frames of an instance hold has its path to the screen. A
 * frame is shown by itself, so nothing is blended with the frame of another type at the same place.
 */
final class EnhancedPalettes {

	private static final String PRIMARY = "PRIMARY";
	private static final String SECONDARY = "SECONDARY";

	private EnhancedPalettes() {
	}

	/** {@return what the instance says about the type of data of a frame} @param frame attributes of the frame */
	static Optional<Attributes> assignment(Attributes frame) {
		List<Attributes> all = frame.items(Tag.DATA_FRAME_ASSIGNMENT_SEQUENCE);
		Optional<String> type = frame.string(Tag.DATA_TYPE);
		return all.size() == 1 && type.isEmpty() ? Optional.of(all.get(0))
				: all.stream().filter(item -> item.string(Tag.DATA_TYPE).equals(type)).findFirst();
	}

	/** {@return the id of the palette that a frame leads through; absent if it is grey or half of an index} */
	static Optional<String> palette(Attributes assignment) {
		return switch (path(assignment)) {
			case "PRIMARY_SINGLE" -> Optional.of(PRIMARY);
			case "SECONDARY_SINGLE" -> Optional.of(SECONDARY);
			default -> Optional.empty();
		};
	}

	/** {@return whether frames give only the upper or the lower half of the index into a palette} */
	static boolean isHalf(Attributes assignment) {
		return path(assignment).equals("SECONDARY_HIGH") || path(assignment).equals("SECONDARY_LOW");
	}

	private static String path(Attributes assignment) {
		return assignment.string(Tag.DATA_PATH_ASSIGNMENT).orElse("");
	}

	/** {@return a palette; absent if there is no table under this id: values are then shades of grey} */
	static Optional<Palette> read(DataSetValues data, String id) {
		return data.items(Tag.ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE).stream()
				.filter(item -> item.attributes().string(Tag.DATA_PATH_ID).filter(id::equals).isPresent())
				.filter(item -> item.attributes().strings(Tag.RGB_LUT_TRANSFER_FUNCTION).contains("TABLE"))
				.findFirst().flatMap(item -> Palettes.read(item, false));
	}

	/** {@return how many low bits of a stored value do not count} */
	static int spareBits(Attributes assignment, int bitsStored) {
		int mapped = assignment.integer(Tag.BITS_MAPPED_TO_COLOR_LOOKUP_TABLE).orElse(bitsStored);
		return Math.max(0, Math.min(bitsStored - 1, bitsStored - mapped));
	}
}
