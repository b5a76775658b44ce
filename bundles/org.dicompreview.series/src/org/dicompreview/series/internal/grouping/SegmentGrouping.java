package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Segments;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;

/**
 * Segmentations: a stack for each segment, with its colour, since a person looks at one organ at a time. Those of whole slides are left
 * to {@link SlideGrouping}.
 */
@Component(property = "service.ranking:Integer=300")
public final class SegmentGrouping implements GroupingRule {

	private record Key(Object object, int segment) {
	}

	@Override
	public String name() {
		return Messages.text("grouping.segment"); //$NON-NLS-1$
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames) {
		Map<Key, List<ImageFrame>> groups = new LinkedHashMap<>();
		for (ImageFrame frame : frames) {
			if (Segments.isSegmentation(frame) && !Images.isTile(frame)) {
				Key key = new Key(Images.object(frame.instance()), Segments.stated(frame));
				groups.computeIfAbsent(key, k -> new ArrayList<>()).add(frame);
			}
		}
		Map<InstanceHeader, Segments> listed = new IdentityHashMap<>();
		List<FrameGroup> result = new ArrayList<>();
		groups.forEach((key, members) -> {
			Segments segments = listed.computeIfAbsent(members.get(0).instance(), Segments::of);
			result.add(new FrameGroup(segments.name(key.segment()), members, segments.color(key.segment())));
		});
		return result;
	}
}
