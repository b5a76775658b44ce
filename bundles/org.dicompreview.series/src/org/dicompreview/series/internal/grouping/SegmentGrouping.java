package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.FrameGroup;
import org.dicompreview.series.GroupingRule;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;

/** Segmentations: a stack for each segment, since a person looks at one organ at a time. */
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
			if ("SEG".equals(Images.modality(frame)) && !Images.isTile(frame)) { //$NON-NLS-1$
				Key key = new Key(Images.object(frame.instance()),
						frame.attributes().integer(Tag.REFERENCED_SEGMENT_NUMBER).orElse(-1));
				groups.computeIfAbsent(key, k -> new ArrayList<>()).add(frame);
			}
		}
		Map<InstanceHeader, Map<Integer, String>> names = new HashMap<>();
		List<FrameGroup> result = new ArrayList<>();
		groups.forEach((key, members) -> {
			Map<Integer, String> segments = names.computeIfAbsent(members.get(0).instance(), SegmentGrouping::names);
			result.add(new FrameGroup(label(key.segment(), segments), members));
		});
		return result;
	}

	private static Map<Integer, String> names(InstanceHeader header) {
		Map<Integer, String> names = new HashMap<>();
		for (Attributes segment : header.items(Tag.SEGMENT_SEQUENCE)) {
			Optional<String> name = segment.string(Tag.SEGMENT_LABEL);
			if (name.isPresent() && segment.integer(Tag.SEGMENT_NUMBER).isPresent()) {
				names.put(segment.integer(Tag.SEGMENT_NUMBER).getAsInt(), name.get());
			}
		}
		return names;
	}

	private static String label(int segment, Map<Integer, String> names) {
		return segment < 0 ? Messages.text("facet.segments") //$NON-NLS-1$
				: Messages.text("facet.segment", names.getOrDefault(segment, Integer.toString(segment))); //$NON-NLS-1$
	}
}
