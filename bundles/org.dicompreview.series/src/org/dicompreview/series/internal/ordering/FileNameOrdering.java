package org.dicompreview.series.internal.ordering;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;

/** By the name of the file as people count, then by frame, where somebody chooses it. */
@Component(property = "service.ranking:Integer=-50")
public final class FileNameOrdering implements OrderingRule {

	@Override
	public String name() {
		return Messages.text("rule.name"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		return InstanceOrdering.byName(frames);
	}
}
