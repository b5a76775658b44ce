package org.dicompreview.series.spi;

import java.util.List;
import java.util.Optional;

import org.dicompreview.series.ImageFrame;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Puts the frames of one stack into order, on a grid of axes. An OSGi service: rules are asked in descending
 * {@code service.ranking}, the first answer counts; the shipped ones use 0 to 1000. Stateless.
 */
@ConsumerType
public interface OrderingRule {

	/**
	 * {@return a name that is stable over restarts, unlike that of any other rule, for those who choose it}
	 *
	 * @since 0.1.0
	 */
	default String id() {
		return getClass().getName();
	}

	/** {@return the name of the rule for people} */
	String name();

	/**
	 * Orders frames.
	 *
	 * @param frames the frames of one stack, at least one, in order of instance number and file name
	 * @return a place for each frame; absent if the rule is not made for such frames
	 */
	Optional<Arrangement> arrange(List<ImageFrame> frames);

	/**
	 * As {@link #arrange(List)}, which it calls unless a rule looks at the dimensions of other plug-ins.
	 *
	 * @param frames     frames as above
	 * @param dimensions in the order in which they count
	 * @return the places as above
	 * @since 0.1.0
	 */
	default Optional<Arrangement> arrange(List<ImageFrame> frames, List<Dimension> dimensions) {
		return arrange(frames);
	}
}
