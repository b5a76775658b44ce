package org.dicompreview.series.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.CieLab;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;

/**
 * The segments of a segmentation object (PS3.3 C.8.20.2).
 *
 * @param numbers their numbers, in the order of Segment Sequence; an item without a number has that of its place
 * @param labels  for each its label, empty text where it has none
 * @param colors  for each its Recommended Display CIELab Value as 0xRRGGBB, empty where it has none
 */
public record Segments(List<Integer> numbers, List<String> labels, List<OptionalInt> colors) {

	/** Stands for all segments: a label map has them in one frame, and a file need not say. */
	public static final int ALL = -1;

	/** {@return whether a frame shows segments of something else} */
	public static boolean isSegmentation(ImageFrame frame) {
		return "SEG".equals(Images.modality(frame)) || frame.instance().contains(Tag.SEGMENT_SEQUENCE); //$NON-NLS-1$
	}

	/** {@return the segments that an instance lists} */
	public static Segments of(InstanceHeader instance) {
		List<Integer> numbers = new ArrayList<>();
		List<String> labels = new ArrayList<>();
		List<OptionalInt> colors = new ArrayList<>();
		for (Attributes item : instance.items(Tag.SEGMENT_SEQUENCE)) {
			numbers.add(item.integer(Tag.SEGMENT_NUMBER).orElse(numbers.size() + 1));
			labels.add(item.string(Tag.SEGMENT_LABEL).orElse("")); //$NON-NLS-1$
			colors.add(CieLab.rgb(item, Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE));
		}
		return new Segments(numbers, labels, colors);
	}

	/**
	 * {@return the number of the segment that a frame states, {@link #ALL} where it states none}
	 *
	 * @param frame a frame of a segmentation
	 */
	public static int stated(ImageFrame frame) {
		return frame.attributes().integer(Tag.REFERENCED_SEGMENT_NUMBER).orElse(ALL);
	}

	/**
	 * {@return the number of the segment of a frame: as it states, else where its number puts it in a slide that is tiled
	 * fully, whose frames run through all tiles and focal planes of one segment after the other (PS3.3 C.7.6.17.3)}
	 *
	 * @param frame a tile of a segmentation
	 */
	public int ofTile(ImageFrame frame) {
		int stated = stated(frame);
		boolean map = "LABELMAP".equals(frame.instance().string(Tag.SEGMENTATION_TYPE).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
		Optional<TileGrid> grid = stated != ALL || map ? Optional.empty() : TileGrid.full(frame.instance());
		if (grid.isEmpty()) {
			return stated;
		}
		long index = grid.get().path(frame);
		return index < numbers.size() ? numbers.get((int) index) : ALL;
	}

	/** {@return what a segment is called, for people} */
	public String name(int number) {
		int index = numbers.indexOf(number);
		String label = index < 0 ? "" : labels.get(index); //$NON-NLS-1$
		return number == ALL ? Messages.text("facet.segments") //$NON-NLS-1$
				: Messages.text("facet.segment", label.isEmpty() ? Integer.toString(number) : label); //$NON-NLS-1$
	}

	/** {@return the colour recommended for a segment, as 0xRRGGBB; empty if there is none, and for all segments together} */
	public OptionalInt color(int number) {
		int index = numbers.indexOf(number);
		return index < 0 ? OptionalInt.empty() : colors.get(index);
	}

	/** {@return a number that sorts the segments as they are listed, those that are not after them} */
	public int rank(int number) {
		int index = numbers.indexOf(number);
		return index < 0 ? Integer.MAX_VALUE : index;
	}
}
