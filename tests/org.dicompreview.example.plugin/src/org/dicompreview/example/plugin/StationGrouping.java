package org.dicompreview.example.plugin;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;
import org.osgi.service.component.annotations.Component;

/** Puts images of different stations into stacks of their own. */
@Component(service = GroupingRule.class, property = "service.ranking:Integer=2000")
public final class StationGrouping implements GroupingRule {

	@Override
	public String name() {
		return "by station";
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames) {
		TreeMap<String, List<ImageFrame>> stations = frames.stream().collect(Collectors.groupingBy(
				frame -> frame.instance().string(Tag.STATION_NAME).orElse(""), TreeMap::new, Collectors.toList()));
		return stations.size() < 2 ? List.of()
				: stations.entrySet().stream().map(each -> new FrameGroup(each.getKey(), each.getValue())).toList();
	}
}
