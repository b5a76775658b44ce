package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.FrameGroup;
import org.dicompreview.series.GroupingRule;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;

/** Whole slides: a stack for each level of the pyramid, the finest first, then label, overview and thumbnail. */
@Component(property = "service.ranking:Integer=400")
public final class SlideGrouping implements GroupingRule {

	private static final String VOLUME = "VOLUME"; //$NON-NLS-1$

	private record Key(String flavor, int columns, int rows) {

		boolean isLevel() {
			return VOLUME.equals(flavor);
		}

		long pixels() {
			return (long) columns * rows;
		}
	}

	@Override
	public String name() {
		return Messages.text("grouping.slide"); //$NON-NLS-1$
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames) {
		Map<Key, List<ImageFrame>> groups = new LinkedHashMap<>();
		for (ImageFrame frame : frames) {
			if (Images.isTile(frame)) {
				groups.computeIfAbsent(key(frame), key -> new ArrayList<>()).add(frame);
			}
		}
		List<Key> keys = new ArrayList<>(groups.keySet());
		keys.sort(Comparator.comparing(Key::isLevel).reversed()
				.thenComparing(Comparator.comparingLong(Key::pixels).reversed()));
		List<FrameGroup> result = new ArrayList<>();
		for (Key key : keys) {
			String size = Images.size(key.columns(), key.rows());
			String label = key.isLevel() ? Messages.text("slide.level", Integer.toString(result.size() + 1), size) //$NON-NLS-1$
					: Messages.text("slide.other", key.flavor().toLowerCase(Locale.ROOT), size); //$NON-NLS-1$
			result.add(new FrameGroup(label, groups.get(key)));
		}
		return result;
	}

	private static Key key(ImageFrame frame) {
		List<String> type = frame.instance().strings(Tag.IMAGE_TYPE);
		return new Key(type.size() > 2 ? type.get(2) : VOLUME,
				frame.instance().integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS).orElse(0),
				frame.instance().integer(Tag.TOTAL_PIXEL_MATRIX_ROWS).orElse(0));
	}
}
