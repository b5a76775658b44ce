package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.color.Palette;

/** Palettes of the optical paths of a slide (PS3.3 C.8.12.5): grey values of a path are shown in its colours. */
final class OpticalPaths {

	private static final int PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE = 0x00480120;

	private OpticalPaths() {
	}

	/**
	 * {@return which item of Optical Path Sequence a frame belongs to, from 0; absent if none can be told}
	 *
	 * @param header     of the instance
	 * @param attributes of the frame
	 * @param frame      its index, from 0
	 * @param frames     how many there are
	 */
	static Optional<Integer> of(Attributes header, Attributes attributes, int frame, int frames) {
		List<Attributes> paths = header.items(Tag.OPTICAL_PATH_SEQUENCE);
		Optional<String> id = attributes.items(Tag.OPTICAL_PATH_IDENTIFICATION_SEQUENCE).stream().findFirst()
				.flatMap(item -> item.string(Tag.OPTICAL_PATH_IDENTIFIER))
				.or(() -> attributes.string(Tag.OPTICAL_PATH_IDENTIFIER)); // functional groups are merged
		if (id.isPresent()) {
			return IntStream.range(0, paths.size())
					.filter(i -> paths.get(i).string(Tag.OPTICAL_PATH_IDENTIFIER).equals(id)).boxed().findFirst();
		}
		boolean full = header.string(Tag.DIMENSION_ORGANIZATION_TYPE).filter("TILED_FULL"::equals).isPresent();
		if (paths.size() == 1) {
			return Optional.of(0);
		}
		return full && !paths.isEmpty() && frames % paths.size() == 0 // one path after the other (C.7.6.17.3)
				? Optional.of(frame / (frames / paths.size())) : Optional.empty();
	}

	/** {@return the palette of a path; absent if it has none} @param path from 0 */
	static Optional<Palette> palette(DataSetValues data, int path, boolean signed) {
		return data.items(Tag.OPTICAL_PATH_SEQUENCE).stream().skip(path).findFirst()
				.flatMap(item -> item.items(PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE).stream().findFirst()
						.flatMap(palette -> Palettes.read(palette, signed)).or(() -> Palettes.read(item, signed)));
	}
}
