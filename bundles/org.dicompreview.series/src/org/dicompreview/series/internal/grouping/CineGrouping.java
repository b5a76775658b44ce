package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Numbers;
import org.dicompreview.series.internal.Times;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;

/**
 * Multi-frame images without geometry: each object is a run of its own, in order of acquisition; the parts of a
 * concatenation are one object.
 */
@Component(property = "service.ranking:Integer=200")
public final class CineGrouping implements GroupingRule {

	@Override
	public String name() {
		return Messages.text("grouping.cine"); //$NON-NLS-1$
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames) {
		Map<Object, List<ImageFrame>> objects = new LinkedHashMap<>();
		for (ImageFrame frame : frames) {
			boolean several = frame.instance().frameCount() > 1
					|| frame.instance().string(Tag.CONCATENATION_UID).isPresent();
			if (several && frame.plane().isEmpty()) {
				objects.computeIfAbsent(Images.object(frame.instance()), key -> new ArrayList<>()).add(frame);
			}
		}
		List<List<ImageFrame>> runs = new ArrayList<>(objects.values());
		runs.sort(Comparator.comparingDouble(run -> Times.acquired(run.get(0).instance()))); // stable: then by number
		List<String> labels = Facets.labels(runs.stream().map(CineGrouping::facets).toList());
		List<FrameGroup> groups = new ArrayList<>();
		for (List<ImageFrame> run : runs) {
			groups.add(new FrameGroup(labels.get(groups.size()), run));
		}
		return groups;
	}

	private static List<String> facets(List<ImageFrame> run) {
		Attributes header = run.get(0).instance();
		String number = header.string(Tag.INSTANCE_NUMBER).orElse(""); //$NON-NLS-1$
		return List.of(stage(header), angles(header), Images.view(run.get(0)),
				number.isEmpty() ? "" : Messages.text("facet.run", number), //$NON-NLS-1$ //$NON-NLS-2$
				Messages.text("facet.frames", run.size()), //$NON-NLS-1$
				Images.size(Images.columns(run.get(0)), Images.rows(run.get(0))));
	}

	/** {@return stage and view of a stress test} */
	private static String stage(Attributes header) {
		return Stream.of(Tag.STAGE_NAME, Tag.VIEW_NAME).flatMap(tag -> header.string(tag).stream())
				.collect(Collectors.joining(" ")); //$NON-NLS-1$
	}

	/** {@return the angles of a C-arm as cardiologists write them (PS3.3 C.8.7.5): {@code LAO 30 CRA 15}} */
	private static String angles(Attributes header) {
		OptionalDouble primary = header.number(Tag.POSITIONER_PRIMARY_ANGLE);
		OptionalDouble secondary = header.number(Tag.POSITIONER_SECONDARY_ANGLE);
		if (primary.isEmpty() || secondary.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		return angle(primary.getAsDouble(), "LAO", "RAO") + ' ' + angle(secondary.getAsDouble(), "CRA", "CAU"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static String angle(double degrees, String positive, String negative) {
		return (degrees < 0 ? negative : positive) + ' ' + Numbers.format(Math.abs(degrees), 0);
	}
}
