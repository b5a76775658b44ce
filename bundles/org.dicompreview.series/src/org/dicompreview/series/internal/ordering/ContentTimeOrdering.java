package org.dicompreview.series.internal.ordering;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;

/** By the time of content, where somebody chooses it. */
@Component(property = "service.ranking:Integer=-40")
public final class ContentTimeOrdering implements OrderingRule {

	@Override
	public String name() {
		return Messages.text("rule.content"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		return InstanceOrdering.by(InstanceOrdering.CONTENT, frames);
	}
}
