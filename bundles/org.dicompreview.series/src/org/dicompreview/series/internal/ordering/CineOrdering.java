package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.FrameOrder;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Numbers;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;

/** The frames of one object without geometry: by temporal position where they have one, else by frame number. */
@Component(property = "service.ranking:Integer=50")
public final class CineOrdering implements OrderingRule {

	@Override
	public String name() {
		return Messages.text("rule.cine"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		if (frames.get(0).instance().frameCount() < 2 || !oneObject(frames)) {
			return Optional.empty();
		}
		List<ImageFrame> sorted = new ArrayList<>(frames);
		sorted.sort(Comparator.comparingDouble(CineOrdering::temporalPosition).thenComparingDouble(FrameOrder::number));
		return Optional.of(Places.inRow(sorted, axis(sorted), name(), false));
	}

	private static boolean oneObject(List<ImageFrame> frames) {
		Object object = Images.object(frames.get(0).instance());
		return frames.stream().allMatch(frame -> frame.instance() == frames.get(0).instance()
				|| Images.object(frame.instance()).equals(object));
	}

	private static double temporalPosition(ImageFrame frame) {
		return frame.attributes().number(Tag.TEMPORAL_POSITION_INDEX).orElse(Double.NaN);
	}

	/** {@return an axis of time where the frames say how they follow each other, else of frame numbers} */
	private static Axis axis(List<ImageFrame> frames) {
		boolean timed = frames.stream().noneMatch(frame -> Double.isNaN(frame.time()));
		List<String> labels = new ArrayList<>(frames.size());
		for (ImageFrame frame : frames) {
			labels.add(timed ? Numbers.format(Math.rint(frame.time() * 100) / 100, "ms") //$NON-NLS-1$
					: Numbers.format(FrameOrder.number(frame) + 1, 0));
		}
		return timed ? new Axis("time", Messages.text("axis.time"), labels) //$NON-NLS-1$ //$NON-NLS-2$
				: new Axis("frame", Messages.text("axis.frame"), labels); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
