package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Segments;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;

/**
 * Whole slides: a stack for each level of the pyramid, the finest first, then label, overview and thumbnail. Of what is
 * segmented on a slide each segment has a stack with its colour (PS3.3 C.8.20.2), in the order in which they are
 * listed.
 */
@Component(property = "service.ranking:Integer=400")
public final class SlideGrouping implements GroupingRule {

	private static final String VOLUME = "VOLUME"; //$NON-NLS-1$

	/**
	 * What the tiles of one stack have in common.
	 *
	 * @param object  the object that they are of where it has segments, empty text for the levels of the slide itself
	 * @param segment the number of the segment, {@link Segments#ALL} without segments
	 * @param rank    where the segment is listed, 0 without segments
	 */
	private record Key(String flavor, int columns, int rows, Object object, int segment, int rank) {

		boolean isLevel() {
			return VOLUME.equals(flavor);
		}

		boolean isSegmentation() {
			return !"".equals(object); //$NON-NLS-1$
		}

		long pixels() {
			return (long) columns * rows;
		}

		Key whole() {
			return new Key(flavor, columns, rows, "", Segments.ALL, 0); //$NON-NLS-1$
		}
	}

	@Override
	public String name() {
		return Messages.text("grouping.slide"); //$NON-NLS-1$
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames) {
		Map<InstanceHeader, Segments> listed = new IdentityHashMap<>();
		Map<Key, List<ImageFrame>> groups = new LinkedHashMap<>();
		for (ImageFrame frame : frames) {
			if (Images.isTile(frame)) {
				groups.computeIfAbsent(key(frame, listed), key -> new ArrayList<>()).add(frame);
			}
		}
		List<Key> keys = new ArrayList<>(groups.keySet());
		keys.sort(Comparator.comparing(Key::isLevel).reversed()
				.thenComparing(Comparator.comparingLong(Key::pixels).reversed()).thenComparingInt(Key::rank)); // stable
		List<Key> levels = keys.stream().map(Key::whole).distinct().toList();
		List<FrameGroup> result = new ArrayList<>();
		for (Key key : keys) {
			String level = label(key, levels.indexOf(key.whole()) + 1);
			List<ImageFrame> members = groups.get(key);
			if (key.isSegmentation()) {
				Segments segments = listed.get(members.get(0).instance());
				String label = segment(segments.name(key.segment()), levels.size() > 1 ? level : ""); //$NON-NLS-1$
				result.add(new FrameGroup(label, members, segments.color(key.segment())));
			} else {
				result.add(new FrameGroup(level, members));
			}
		}
		return result;
	}

	private static String label(Key key, int level) {
		String size = Images.size(key.columns(), key.rows());
		return key.isLevel() ? Messages.text("slide.level", Integer.toString(level), size) //$NON-NLS-1$
				: Messages.text("slide.other", key.flavor().toLowerCase(Locale.ROOT), size); //$NON-NLS-1$
	}

	private static String segment(String segment, String level) {
		return level.isEmpty() ? segment : segment + ", " + level; //$NON-NLS-1$
	}

	private static Key key(ImageFrame frame, Map<InstanceHeader, Segments> listed) {
		InstanceHeader instance = frame.instance();
		int columns = instance.integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS).orElse(0);
		int rows = instance.integer(Tag.TOTAL_PIXEL_MATRIX_ROWS).orElse(0);
		List<String> type = instance.strings(Tag.IMAGE_TYPE);
		String flavor = type.size() > 2 ? type.get(2) : VOLUME;
		if (!Segments.isSegmentation(frame)) {
			return new Key(flavor, columns, rows, "", Segments.ALL, 0); //$NON-NLS-1$
		}
		Segments segments = listed.computeIfAbsent(instance, Segments::of);
		int segment = segments.ofTile(frame);
		return new Key(flavor, columns, rows, Images.object(instance), segment, segments.rank(segment));
	}
}
