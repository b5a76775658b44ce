package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Arrangement;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.OrderingRule;
import org.dicompreview.series.internal.Messages;

/** The order of last resort, for images without geometry: instance number, time, frame number, file name. */
@Component(property = "service.ranking:Integer=0")
public final class InstanceOrdering implements OrderingRule {

	private static final int[] NO_AXES = {};

	@Override
	public String name() {
		return Messages.text("rule.instance"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		List<Arrangement.Place> places = new ArrayList<>(frames.size());
		List<String> labels = new ArrayList<>(frames.size());
		for (ImageFrame frame : frames) {
			places.add(new Arrangement.Place(frame, places.size(), NO_AXES));
			labels.add(label(frame));
		}
		Axis axis = new Axis("image", Messages.text("axis.image"), labels); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(new Arrangement(name(), false, axis, List.of(), places));
	}

	private static String label(ImageFrame frame) {
		String number = frame.instance().string(Tag.INSTANCE_NUMBER).orElse("–"); //$NON-NLS-1$
		return frame.instance().frameCount() < 2 ? number : number + '.' + (frame.frame() + 1);
	}
}
