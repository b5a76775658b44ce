package org.dicompreview.series.internal.ordering;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Directions;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.OrderingRule;

/** Parallel planes: by position along their normal, images at one position along further axes. */
@Component(property = "service.ranking:Integer=100")
public final class SpatialOrdering implements OrderingRule {

	@Override
	public String name() {
		return Messages.text("rule.position"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		return arrange(frames, List.of());
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames, List<Dimension> dimensions) {
		return Directions.parallel(frames) ? GridOrdering.spatial(frames, dimensions, name()) : Optional.empty();
	}
}
