package org.dicompreview.series.spi;

import java.util.List;

import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.SliceStack;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something beside position in which the images of a series may differ, such as a phase that a private attribute tells. An
 * OSGi service: where several images share a position, dimensions are tried in descending {@code service.ranking}, before
 * those that are known to this bundle, until each image has a place of its own. One that does not tell them apart changes
 * nothing. Stateless; called by several threads. One that fails is logged and left out.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface Dimension {

	/** What becomes of images that differ. */
	enum Policy {
		/** A further {@link Axis}. */
		AXIS,
		/**
		 * A further axis that comes before those that are not time. Values may differ from position to position, then their
		 * order counts. An axis with the name {@code time} is played.
		 */
		TIME,
		/** A {@link SliceStack} for each value, where that leaves more than single images. */
		STACKS
	}

	/** {@return the name of the axis for listings: a lower-case word without spaces} */
	String name();

	/** {@return the name of the axis for people} */
	String label();

	/** {@return the unit of its numbers, for people; empty text for none} */
	default String unit() {
		return ""; //$NON-NLS-1$
	}

	/** {@return what becomes of images that differ} */
	default Policy policy() {
		return Policy.AXIS;
	}

	/**
	 * {@return what a frame is; {@link DimensionValue#NONE} if it does not say. Looks at the attributes only: it is called for
	 * each frame, a million of them at times}
	 *
	 * @param frame of one series, in the order of {@link GroupingRule#group(List)}
	 */
	DimensionValue value(ImageFrame frame);
}
