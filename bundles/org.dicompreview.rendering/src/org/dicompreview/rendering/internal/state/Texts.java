package org.dicompreview.rendering.internal.state;

import java.util.Optional;

import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.rendering.internal.frame.DataSetValues;

/** Text objects (PS3.3 C.10.5) with places in frame pixels. */
final class Texts {

	private Texts() {
	}

	/** {@return the text of an object; absent if it is empty or has no place} */
	static Optional<TextAnnotation> of(DataSetValues object, DisplayedArea area) {
		String text = String.join("\\", object.attributes().strings(StateTags.UNFORMATTED_TEXT_VALUE))
				.replace("\r\n", "\n").replace('\r', '\n').strip();
		String boxUnits = object.attributes().string(StateTags.BOUNDING_BOX_ANNOTATION_UNITS).orElse("");
		String anchorUnits = object.attributes().string(StateTags.ANCHOR_POINT_ANNOTATION_UNITS).orElse("");
		Optional<double[]> first = place(object, StateTags.BOUNDING_BOX_TOP_LEFT_HAND_CORNER, boxUnits, area);
		Optional<double[]> last = place(object, StateTags.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER, boxUnits, area);
		Optional<double[]> anchor = place(object, StateTags.ANCHOR_POINT, anchorUnits, area);
		Optional<double[]> box = first.flatMap(a -> last.map(b -> new double[] { a[0], a[1], b[0], b[1] }));
		if (text.isEmpty() || box.isEmpty() && anchor.isEmpty()) {
			return Optional.empty();
		}
		boolean line = object.attributes().string(StateTags.ANCHOR_POINT_VISIBILITY).filter("Y"::equals).isPresent();
		return Optional.of(new TextAnnotation(text, box, anchor, line && anchor.isPresent()));
	}

	private static Optional<double[]> place(DataSetValues object, int tag, String units, DisplayedArea area) {
		double[] place = object.attributes().numbers(tag);
		if (place.length < 2) {
			return Optional.empty();
		}
		return Optional.of("DISPLAY".equals(units) ? area.inFrame(place[0], place[1])
				: new double[] { place[0], place[1] });
	}
}
