package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;

/**
 * Single images without geometry: radiographs by view where there are several of each, other stills by size and colour.
 * Groups of one image are joined again where there are many: nobody wants twenty sliders that do not move.
 */
@Component(property = "service.ranking:Integer=0")
public final class StillGrouping implements GroupingRule {

	private static final int FEW = 4;

	private record Key(String view, int columns, int rows, boolean colour) {
	}

	@Override
	public String name() {
		return Messages.text("grouping.still"); //$NON-NLS-1$
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames) {
		Map<String, List<ImageFrame>> views = new LinkedHashMap<>();
		frames.forEach(frame -> views.computeIfAbsent(Images.view(frame), view -> new ArrayList<>()).add(frame));
		boolean byView = views.size() > 1 && frames.size() >= 2 * views.size();
		boolean anyView = views.size() > 1 || !views.containsKey(""); //$NON-NLS-1$
		boolean named = byView || views.size() == 1;
		Map<Key, List<ImageFrame>> groups = new LinkedHashMap<>();
		for (ImageFrame frame : frames) {
			groups.computeIfAbsent(key(frame, named, anyView), key -> new ArrayList<>()).add(frame);
		}
		return labelled(joinSingles(groups));
	}

	/** Radiographs are cropped, so their size tells nothing. */
	private static Key key(ImageFrame frame, boolean named, boolean anyView) {
		String view = named ? Images.view(frame) : ""; //$NON-NLS-1$
		int columns = anyView ? 0 : Images.columns(frame);
		int rows = anyView ? 0 : Images.rows(frame);
		return new Key(view, columns, rows, Images.isColour(frame));
	}

	private static Map<Key, List<ImageFrame>> joinSingles(Map<Key, List<ImageFrame>> groups) {
		long singles = groups.values().stream().filter(frames -> frames.size() == 1).count();
		if (singles < FEW) {
			return groups;
		}
		Key mixed = new Key("", -1, -1, false); //$NON-NLS-1$
		Map<Key, List<ImageFrame>> joined = new LinkedHashMap<>();
		groups.forEach((key, frames) -> joined
				.computeIfAbsent(frames.size() == 1 ? mixed : key, k -> new ArrayList<>()).addAll(frames));
		return joined;
	}

	private static List<FrameGroup> labelled(Map<Key, List<ImageFrame>> groups) {
		List<List<String>> facets = groups.keySet().stream().map(key -> List.of(key.view(), size(key),
				Messages.text("facet.stills"), key.columns() < 0 ? "" : Images.colourName(key.colour()))).toList(); //$NON-NLS-1$ //$NON-NLS-2$
		List<String> labels = Facets.labels(facets);
		List<FrameGroup> result = new ArrayList<>();
		for (List<ImageFrame> frames : groups.values()) {
			result.add(new FrameGroup(labels.get(result.size()), frames));
		}
		return result;
	}

	private static String size(Key key) {
		if (key.columns() < 0) {
			return Messages.text("facet.sizes"); //$NON-NLS-1$
		}
		return key.columns() == 0 ? "" : Images.size(key.columns(), key.rows()); //$NON-NLS-1$
	}
}
