package org.dicompreview.rendering.internal.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.frame.DataSetValues;
import org.dicompreview.series.Slice;

/** The images and frames that a presentation state or a part of it speaks of. */
record References(List<Image> images) {

	/**
	 * One image.
	 *
	 * @param uid    SOP Instance UID
	 * @param frames numbers of its frames, from 1; empty for all
	 */
	private record Image(String uid, double[] frames) {

		boolean is(Slice slice) {
			if (!uid.equals(slice.instance().sopInstanceUid())) {
				return false;
			}
			for (double frame : frames) {
				if (frame == slice.frame() + 1.0) {
					return true;
				}
			}
			return frames.length == 0;
		}
	}

	/** {@return the images that the Presentation State Relationship names (PS3.3 C.11.11)} */
	static References ofState(DataSetValues state) {
		List<Image> images = new ArrayList<>();
		for (DataSetValues series : state.items(Tag.REFERENCED_SERIES_SEQUENCE)) {
			images.addAll(ofItem(series).images());
		}
		return new References(images);
	}

	private static References ofItem(DataSetValues item) {
		List<Image> images = new ArrayList<>();
		for (DataSetValues image : item.items(Tag.REFERENCED_IMAGE_SEQUENCE)) {
			image.attributes().string(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(uid -> images.add(
					new Image(uid, image.attributes().numbers(Tag.REFERENCED_FRAME_NUMBER))));
		}
		return new References(images);
	}

	/** {@return the first item of a sequence that applies to a slice: one that names no images applies to all} */
	static Optional<DataSetValues> find(DataSetValues state, int sequence, Slice slice) {
		return state.items(sequence).stream().filter(item -> applies(item, slice)).findFirst();
	}

	static boolean applies(DataSetValues item, Slice slice) {
		References references = ofItem(item);
		return references.images().isEmpty() || references.contain(slice);
	}

	boolean contain(Slice slice) {
		return images.stream().anyMatch(image -> image.is(slice));
	}
}
