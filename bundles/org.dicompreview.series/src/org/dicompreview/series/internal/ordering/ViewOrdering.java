package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;

/**
 * Radiographs by view: mammograms as they are hung, right before left and CC before MLO, others as they were taken. A
 * side alone, which many series have, says nothing of the order.
 */
@Component(property = "service.ranking:Integer=60")
public final class ViewOrdering implements OrderingRule {

	private static final List<String> HANGING = List.of("CC", "MLO"); //$NON-NLS-1$ //$NON-NLS-2$

	@Override
	public String name() {
		return Messages.text("rule.view"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		boolean views = frames.stream()
				.allMatch(frame -> frame.instance().frameCount() < 2 && !Images.view(frame).isEmpty());
		boolean hung = "MG".equals(Images.modality(frames.get(0))); //$NON-NLS-1$
		boolean alike = frames.size() > 1 && frames.stream().map(Images::view).distinct().count() == 1;
		if (!views || alike && !hung) {
			return Optional.empty();
		}
		List<ImageFrame> sorted = new ArrayList<>(InstanceOrdering.sorted(frames));
		if (hung) {
			sorted.sort(Comparator.comparingInt(ViewOrdering::projection).thenComparingInt(ViewOrdering::side));
		}
		List<String> labels = sorted.stream().map(Images::view).toList();
		Axis axis = new Axis("view", Messages.text("axis.view"), labels); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(Places.inRow(sorted, axis, name(), false));
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
