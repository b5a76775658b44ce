package org.dicompreview.viewer;

import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Slice;
import org.dicompreview.series.document.InstanceReference;

/**
 * The images that somebody has marked by key object selections (PS3.3 A.35.4). Immutable.
 *
 * @param marks each image with the title of the selection
 * @since 0.1.0
 */
public record KeyImages(List<Mark> marks) {

	/** No image is marked. */
	public static final KeyImages NONE = new KeyImages(List.of());

	/**
	 * An image.
	 *
	 * @param title     why it is marked, for example {@code Of Interest}
	 * @param reference which one
	 */
	public record Mark(String title, InstanceReference reference) {
	}

	/** Copies the list. */
	public KeyImages {
		marks = List.copyOf(marks);
	}

	/** {@return why a slice is marked; absent if it is not} */
	public Optional<String> title(Slice slice) {
		String uid = slice.instance().sopInstanceUid();
		return marks.stream().filter(mark -> mark.reference().sopInstanceUid().equals(uid)
				&& (mark.reference().frames().isEmpty() || mark.reference().frames().contains(slice.frame() + 1)))
				.map(Mark::title).findFirst();
	}
}
