package org.dicompreview.rendering.overlay;

import java.io.IOException;
import java.util.List;

import org.dicompreview.dicom.Text;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Something that can be laid over the images of a series: a segment, a structure, a dose. For any thread.
 *
 * @since 0.1.0
 */
@ProviderType
public interface ImageOverlay {

	/** What kind of thing it is. */
	enum Kind {
		/** A segment of a segmentation (PS3.3 A.51). */
		MASK,
		/** A structure of a structure set (PS3.3 A.19). */
		CONTOURS,
		/** A dose (PS3.3 A.18). */
		DOSE
	}

	/**
	 * A value that has a colour.
	 *
	 * @param label the value, for people, with unit
	 * @param color as 0xRRGGBB
	 */
	record Level(Text label, int color) {
	}

	/** {@return what tells it from others, also after its file was read anew} */
	String id();

	/** {@return what people call it} */
	Text label();

	/** {@return the series that it comes from} */
	Series source();

	/** {@return what kind of thing it is} */
	Kind kind();

	/** {@return the colour that its file recommends, as 0xRRGGBB; one that suits it where none is stated} */
	int color();

	/** {@return the values that have colours of their own, the highest first; empty for what has one colour, and before it was on a slice} */
	default List<Level> levels() {
		return List.of();
	}

	/**
	 * Works out what there is on a slice. Reads and decodes: never on the UI thread.
	 *
	 * @param slice of an image
	 * @return what it has there; nothing on a slice of another patient or frame of reference
	 * @throws IOException if its file cannot be read
	 */
	OverlayPicture on(Slice slice) throws IOException;
}
