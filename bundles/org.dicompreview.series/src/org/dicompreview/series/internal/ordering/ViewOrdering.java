package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.series.Arrangement;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.OrderingRule;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;

/** Radiographs by view: mammograms as they are hung, right before left and CC before MLO, others as they were taken. */
@Component(property = "service.ranking:Integer=60")
public final class ViewOrdering implements OrderingRule {

	private static final int[] NO_AXES = {};
	private static final List<String> HANGING = List.of("CC", "MLO"); //$NON-NLS-1$ //$NON-NLS-2$

	@Override
	public String name() {
		return Messages.text("rule.view"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		boolean views = frames.stream()
				.allMatch(frame -> frame.instance().frameCount() < 2 && !Images.view(frame).isEmpty());
		if (!views) {
			return Optional.empty();
		}
		List<ImageFrame> sorted = new ArrayList<>(frames);
		if ("MG".equals(Images.modality(frames.get(0)))) { //$NON-NLS-1$
			sorted.sort(Comparator.comparingInt(ViewOrdering::projection).thenComparingInt(ViewOrdering::side));
		}
		List<Arrangement.Place> places = new ArrayList<>(frames.size());
		List<String> labels = new ArrayList<>(frames.size());
		for (ImageFrame frame : sorted) {
			places.add(new Arrangement.Place(frame, places.size(), NO_AXES));
			labels.add(Images.view(frame));
		}
		Axis axis = new Axis("view", Messages.text("axis.view"), labels); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(new Arrangement(name(), false, axis, List.of(), places));
	}

	private static int projection(ImageFrame frame) {
		String view = Images.view(frame);
		int known = HANGING.indexOf(view.substring(view.lastIndexOf(' ') + 1));
		return known < 0 ? HANGING.size() : known;
	}

	private static int side(ImageFrame frame) {
		String view = Images.view(frame);
		return view.startsWith("R") ? 0 : view.startsWith("L") ? 1 : 2; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
